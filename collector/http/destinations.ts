/** Destinations: where new leads of a site go. */
import { done, failed } from '@leadtrail/shared/failure'
import { destinationId, isId } from '@leadtrail/shared/ids'
import {
  type DestinationJson,
  type NewDestination,
  destinationSchema,
  newDestinationSchema,
} from '@leadtrail/shared/reports'
import { isoOf } from '@leadtrail/shared/time'
import { z } from 'zod'
import type { Archive, Destination, Registry } from '../ports/store.ts'
import type { Chance, World } from '../ports/world.ts'
import { type Route, route } from './route.ts'

type DestinationsDeps = {
  readonly sites: Pick<Archive, 'destinations'>
  readonly registry: Pick<Registry, 'addDestination' | 'removeDestination'>
  readonly world: Pick<World, 'clock' | 'chance'>
}

export function destinations({ sites, registry, world }: DestinationsDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/destinations',
      summary: 'Where new leads go',
      access: 'site',
      answer: z.object({ destinations: z.array(destinationSchema) }),
      handle: async ({ site, caller }) => {
        const found = (await sites.destinations(site.id)).map(destinationJson)
        // A token may see where leads go, but not sign as the collector does.
        const shown = caller.via === 'session' ? found : found.map((each) => ({ ...each, secret: null }))
        return done({ destinations: shown })
      },
    }),
    route({
      method: 'post',
      path: '/destinations',
      summary: 'Adds a mail address or a webhook; it gets the leads that come from now on',
      access: 'site',
      peopleOnly: true,
      body: newDestinationSchema,
      status: 201,
      answer: destinationSchema,
      handle: async ({ site, body }) => {
        const destination = destinationFrom(body, world)
        await registry.addDestination(site.id, destination)
        return done(destinationJson(destination))
      },
    }),
    route({
      method: 'delete',
      path: '/destinations/:id',
      summary: 'Takes one away; what waits for it is not sent',
      access: 'site',
      peopleOnly: true,
      status: 204,
      handle: async ({ site, params }) => {
        const id = params['id'] ?? ''
        const removed = isId(id) && (await registry.removeDestination(site.id, destinationId(id)))
        return removed ? done(undefined) : failed({ why: 'not-found', detail: 'No destination has this id.' })
      },
    }),
  ]
}

/** A new destination as somebody asked for it; a webhook gets its secret. */
export function destinationFrom(
  { kind, to }: NewDestination,
  { chance, clock }: Pick<World, 'clock' | 'chance'>,
): Destination {
  const secret = kind === 'webhook' ? webhookSecret(chance) : undefined
  return { id: destinationId(`d_${chance.id()}`), kind, to, secret, createdAt: clock.now(), disabledAt: undefined }
}

function destinationJson({ id, kind, to, secret, createdAt, disabledAt }: Destination): DestinationJson {
  const disabled = disabledAt === undefined ? null : isoOf(disabledAt)
  return { id, kind, to, createdAt: isoOf(createdAt), disabledAt: disabled, secret: secret ?? null }
}

/** 256 random bits in the form of Standard Webhooks 1.0. */
function webhookSecret(chance: Chance): string {
  const bytes = [chance.id(), chance.id()].map((text) => Buffer.from(text, 'base64url'))
  return `whsec_${Buffer.concat(bytes).toString('base64')}`
}
