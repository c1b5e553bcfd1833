export { ApprovalCard, type ApprovalCardProps } from './ApprovalCard.tsx'
export { ApprovalInbox, type ApprovalInboxProps } from './ApprovalInbox.tsx'
