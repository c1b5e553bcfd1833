import { library } from '../tsdown.shared.ts'
import { cssModules } from './cssModules.ts'

export default library({ plugins: [cssModules()] })
