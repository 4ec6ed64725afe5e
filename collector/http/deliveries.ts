/** Deliveries: what was handed to whom, each attempt, and sending one again. */
import { done, failed } from '@leadtrail/shared/failure'
import { deliveriesSchema } from '@leadtrail/shared/reports'
import type { Reports } from '../flow/report.ts'
import type { Registry } from '../ports/store.ts'
import type { Clock } from '../ports/world.ts'
import { deliveriesQuery } from './query.ts'
import { type Route, route } from './route.ts'

type DeliveriesDeps = {
  readonly reports: Pick<Reports, 'deliveries'>
  readonly registry: Pick<Registry, 'replay'>
  readonly clock: Clock
}

export function deliveries({ reports, registry, clock }: DeliveriesDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/deliveries',
      summary: 'The latest hand-overs, of the site or of one lead',
      access: 'site',
      query: deliveriesQuery,
      answer: deliveriesSchema,
      handle: ({ site, query }) => reports.deliveries(site.id, query.lead),
    }),
    route({
      method: 'post',
      path: '/deliveries/:id/replay',
      summary: 'Sends one again, with the same idempotency key',
      access: 'site',
      status: 204,
      handle: async ({ site, params }) => {
        const found = await registry.replay(site.id, params['id'] ?? '', clock.now())
        return found ? done(undefined) : failed({ why: 'not-found', detail: 'No delivery has this id.' })
      },
    }),
  ]
}
