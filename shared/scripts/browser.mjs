/**
 * A browser for the browser tests: a named one, Playwright's own, the system's, or one installed now.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { env, fail, resolveModule, run, say, tool } from './command.mjs'

/** Makes sure that there is a Chromium, and names it in CHROMIUM_PATH where it is not Playwright's own. */
export async function browser() {
  if (env.CHROMIUM_PATH) return
  const playwright = await import(pathToFileURL(resolveModule('@playwright/test')).href)
  const own = (playwright.chromium ?? playwright.default.chromium).executablePath()
  if (found(own)) return
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get')) {
    say('Installing Chromium from the distribution …')
    const quiet = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] }
    run('apt-get', ['update', '-qq'], quiet)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
    if (found(own)) return
  }
  say('Downloading Chromium with Playwright …')
  tool('@playwright/test', ['install', 'chromium'])
  if (!found(own)) fail('No browser could be installed. Install Chromium and set CHROMIUM_PATH to it.')
}

function found(own) {
  if (existsSync(own)) return true
  const system = ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find(Boolean)
  if (system) env.CHROMIUM_PATH = system
  return Boolean(system)
}

function onPath(name) {
  const folders = (env.PATH ?? '').split(path.delimiter)
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file))
}
