/** `lt.js`: its parts are a script of their own, which the page's policy must let it load. */
import { startScript } from './script.ts'

startScript((host) => import(host + '/lt-more.js'))
