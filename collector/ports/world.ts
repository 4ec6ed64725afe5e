/** The world outside: clock, chance, digests, the log for the operator. A flow asks the clock once and passes the moment on. */
import type { Instant } from '@leadtrail/shared/time'

export type Clock = { readonly now: () => Instant }

export type Chance = {
  /** 128 random bits, base64url: for ids and secrets. */
  readonly id: () => string
  /** From 0 up to 1: for jitter. */
  readonly fraction: () => number
}

export type Digest = {
  /** SHA-256 of the text, base64url. */
  readonly sha256: (text: string) => string
}

/** Lines for the operator; never personal data. */
export type Log = {
  readonly info: (message: string, facts?: Readonly<Record<string, string | number | boolean>>) => void
  readonly warn: (message: string, facts?: Readonly<Record<string, string | number | boolean>>) => void
  readonly error: (message: string, facts?: Readonly<Record<string, string | number | boolean>>) => void
}

/** What a user agent tells. */
export type Agent = { readonly bot: boolean; readonly device: string | null }
export type ReadAgent = (userAgent: string | undefined) => Agent

export type World = {
  readonly clock: Clock
  readonly chance: Chance
  readonly digest: Digest
  readonly log: Log
  readonly readAgent: ReadAgent
}
