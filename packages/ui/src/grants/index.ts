export { GrantList, type GrantListProps } from './GrantList.tsx'
