/** Events that a server states, with the token of its site. */
import { type Outcome, done } from '@leadtrail/shared/failure'
import { serverBatchSchema, serverEventSchema } from '@leadtrail/shared/event'
import { z } from 'zod'
import type { Site } from '../domain/event.ts'
import type { Counters } from './counters.ts'
import type { Receive } from './collect.ts'
import { ownSite } from './guard.ts'
import { eventsQuery } from './query.ts'
import { type Route, route } from './route.ts'

const BODY_LIMIT = 5 * 1024 * 1024

/** Why events were quarantined, of the first ones; absent where none was. */
const errors = z.array(z.object({ id: z.string(), reason: z.string() })).optional()
const acceptedSchema = z.object({ accepted: z.number().int(), quarantined: z.number().int(), errors })
const countsSchema = z.object({
  stored: z.number().int(),
  duplicate: z.number().int(),
  quarantined: z.number().int(),
  errors,
})

export function events({ receive, counted }: { receive: Receive; counted: Counters }): Route[] {
  return [
    route({
      method: 'post',
      path: '/events',
      summary: 'Takes events; with ?sync=1 it answers when they are projected, and how many were new',
      access: 'token',
      query: eventsQuery,
      body: serverBatchSchema,
      describedBody: serverBatchSchema.extend({ events: z.array(serverEventSchema).min(1) }),
      bodyLimit: BODY_LIMIT,
      answer: z.union([acceptedSchema, countsSchema]),
      handle: async ({ site, query, body }) => {
        const outcome = await take(receive, site, body)
        if (!outcome.ok) {
          counted.refused += 1
          return outcome
        }
        const { accepted, quarantined, seq } = outcome.value
        const told = quarantined > 0 ? { errors: [...outcome.value.errors] } : {}
        counted.received += accepted
        counted.quarantined += quarantined
        return done({ ...(query.sync ? await receive.settled(seq) : { accepted, quarantined }), ...told })
      },
    }),
  ]
}

async function take(
  receive: Receive,
  site: Site,
  body: z.output<typeof serverBatchSchema>,
): ReturnType<Receive['fromServer']> {
  const own: Outcome<Site> = ownSite(site, body.site)
  return own.ok ? receive.fromServer(site.id, body) : own
}
