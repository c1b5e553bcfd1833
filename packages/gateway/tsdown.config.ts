import { library } from '../tsdown.shared.ts'

// The embedded lakehouse is started as a process of its own.
export default library({ platform: 'node', entry: ['src/lakehouse/main.ts'] })
