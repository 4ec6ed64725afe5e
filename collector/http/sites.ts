/** Sites: what is tracked, by which rules, and whether the tag has been seen. */
import { done, failed } from '@leadtrail/shared/failure'
import { siteId, siteKey } from '@leadtrail/shared/ids'
import { seenSchema } from '@leadtrail/shared/reports'
import { type SiteJson, changedSiteSchema, newSiteSchema, siteSchema } from '@leadtrail/shared/settings'
import { z } from 'zod'
import type { Site } from '../domain/event.ts'
import type { Reports } from '../flow/report.ts'
import type { Archive, Registry } from '../ports/store.ts'
import type { World } from '../ports/world.ts'
import { type Route, route } from './route.ts'
import { snippetOf } from './snippet.ts'

type SitesDeps = {
  readonly sites: Pick<Archive, 'sites'>
  readonly registry: Pick<Registry, 'addSite' | 'changeSite'>
  readonly reports: Pick<Reports, 'seen'>
  readonly world: Pick<World, 'clock' | 'chance'>
  readonly baseUrl: string
}

/** What is sent of a site: nothing that is not meant to be. */
function siteJson(site: Site): SiteJson {
  const { id, key, name, currency, timeZone, consent, rulesVersion, rules } = site
  const { domains, numberPools } = site
  return {
    id,
    key,
    name,
    domains: [...domains],
    currency,
    timeZone,
    consent,
    rulesVersion,
    rules,
    numberPools: [...numberPools],
  }
}

export function sites(deps: SitesDeps): Route[] {
  const { registry, reports, world, baseUrl } = deps
  return [
    route({
      method: 'get',
      path: '/sites',
      summary: 'The sites that you may see',
      access: 'caller',
      answer: z.object({ sites: z.array(siteSchema) }),
      handle: async ({ caller }) => {
        const visible = caller.via === 'token' ? [caller.site] : await deps.sites.sites()
        return done({ sites: visible.map(siteJson) })
      },
    }),
    route({
      method: 'post',
      path: '/sites',
      summary: 'Adds a site; its rules begin with the usual ones',
      access: 'person',
      body: newSiteSchema,
      status: 201,
      answer: siteSchema,
      handle: async ({ body }) => {
        const ids = { id: siteId(`site_${world.chance.id()}`), key: siteKey(`pk_${world.chance.id()}`) }
        return done(siteJson(await registry.addSite(body, ids, world.clock.now())))
      },
    }),
    route({
      method: 'get',
      path: '/sites/:id',
      summary: 'One site',
      access: 'named-site',
      answer: siteSchema,
      handle: async ({ site }) => done(siteJson(site)),
    }),
    route({
      method: 'patch',
      path: '/sites/:id',
      summary: 'Changes a site; changed values are applied to all of its past',
      access: 'named-site',
      peopleOnly: true,
      body: changedSiteSchema,
      answer: siteSchema,
      handle: async ({ site, body }) => {
        const changed = await registry.changeSite(site.id, body)
        return changed ? done(siteJson(changed)) : failed({ why: 'unknown-site', detail: 'The site is gone.' })
      },
    }),
    route({
      method: 'get',
      path: '/sites/:id/seen',
      summary: 'Whether the tag works: what has arrived so far',
      access: 'named-site',
      answer: seenSchema,
      handle: ({ site }) => reports.seen(site.id),
    }),
    route({
      method: 'get',
      path: '/sites/:id/snippet',
      summary: 'The tag to paste',
      access: 'named-site',
      answer: z.object({ html: z.string() }),
      handle: async ({ site }) => done({ html: snippetOf(site, baseUrl) }),
    }),
  ]
}
