/** The secret that signs sign-in cookies: made once, kept beside the data, readable by its owner alone. */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'

/** @throws when the file can neither be read nor made. */
export function cookieSecret(dataDir: string, fresh: string): string {
  const file = path.join(dataDir, 'auth.secret')
  const kept = secretIn(file)
  if (kept) return kept
  try {
    const handle = openSync(file, 'wx', 0o600)
    writeSync(handle, `${fresh}\n`)
    fsyncSync(handle)
    closeSync(handle)
    return fresh
  } catch (error) {
    // Another process of the same house has just made it.
    const theirs = isCode(error, 'EEXIST') && secretIn(file)
    if (theirs) return theirs
    throw error
  }
}

function secretIn(file: string): string | undefined {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    return secret.length >= 32 ? secret : undefined
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
