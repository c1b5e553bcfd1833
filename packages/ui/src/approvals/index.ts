export { ApprovalCard, type ApprovalCardProps } from './card/ApprovalCard.tsx'
export { ApprovalInbox, type ApprovalInboxProps } from './inbox/ApprovalInbox.tsx'
