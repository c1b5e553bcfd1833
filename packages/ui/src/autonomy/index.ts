export { AutonomyControl, type AutonomyControlProps } from './AutonomyControl.tsx'
