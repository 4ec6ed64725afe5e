/** `lt-full.js`: the tag with all its parts, for pages whose policy lets it load nothing more. */
import { startScript } from './script.ts'

startScript(() => import('./more.ts'))
