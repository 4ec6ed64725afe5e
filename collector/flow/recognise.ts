/** Recognise: which visitor a request of a browser is of, without keeping its address. */
import { type VisitorId, visitorId } from '@leadtrail/shared/ids'
import { type Instant, dayOf } from '@leadtrail/shared/time'
import type { Site } from '../domain/event.ts'
import { dayTimeline } from '../domain/timeline-name.ts'
import type { Registry } from '../ports/store.ts'
import type { World } from '../ports/world.ts'

export type Sender = { readonly address: string | undefined; readonly userAgent: string | undefined }

export type RecogniseDeps = {
  readonly salts: Pick<Registry, 'saltOf'>
  readonly world: Pick<World, 'chance' | 'digest'>
}

/**
 * The visitor that the sender names. Without one he is known for a day, by a secret that is then forgotten; where consent
 * is required, not at all.
 */
export async function recognise(
  { salts, world: { chance, digest } }: RecogniseDeps,
  site: Site,
  named: string | undefined,
  sender: Sender,
  now: Instant,
): Promise<VisitorId | undefined> {
  if (named !== undefined) return visitorId(named)
  if (site.consent === 'required') return undefined
  const salt = await salts.saltOf(dayOf(now, 'UTC'), chance.id() + chance.id())
  return dayTimeline(digest.sha256([salt, site.id, sender.address ?? '', sender.userAgent ?? ''].join('\n')))
}
