/**
 * A browser that nobody drives. What browsers do for a visitor only (prerendering, hiding the tab behind another), they do
 * not do under a test's eyes: here the page itself does everything, and the collector alone tells what happened.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type LaunchOptions, chromium } from '@playwright/test'

export type Alone = { readonly close: () => Promise<void> }

/** Opens the address in a browser of its own. */
export async function openAlone(url: string, { executablePath, args = [] }: LaunchOptions): Promise<Alone> {
  const profile = await mkdtemp(path.join(tmpdir(), 'leadtrail-browser-'))
  const own = [
    '--headless=new',
    '--disable-popup-blocking',
    '--disable-background-timer-throttling',
    '--no-default-browser-check',
    `--user-data-dir=${profile}`,
  ]
  const child = spawn(executablePath ?? chromium.executablePath(), [...own, ...args, url], { stdio: 'ignore' })
  return {
    close: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}
