/** Digests of the platform. */
import { createHash } from 'node:crypto'
import type { Digest } from '../ports/world.ts'

export const platformDigest: Digest = { sha256: (text) => createHash('sha256').update(text).digest('base64url') }
