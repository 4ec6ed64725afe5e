/** The readers' side: what lists, reports and the door ask. Three questions find a site; all others name theirs. */
import type { Archive } from '../ports/store.ts'
import { countsOf, seenOn } from './counts.ts'
import { deliveriesOf } from './deliveries.ts'
import { destinationsOf } from './destinations.ts'
import type { Engine } from './engine.ts'
import { historyOf } from './histories.ts'
import { leadPage } from './leads.ts'
import { pathsOf } from './paths.ts'
import { allSites, siteByName } from './sites.ts'
import { siteOfToken } from './tokens.ts'
import { visitorOfTouchpoint } from './touchpoints.ts'

export const archiveOf = (db: Engine): Archive => ({
  sites: () => allSites(db),
  siteOf: (idOrKey) => siteByName(db, idOrKey),
  siteOfToken: (digest) => siteOfToken(db, digest),
  destinations: (site) => destinationsOf(db, site),
  seen: (site) => seenOn(db, site),
  leads: (site, query) => leadPage(db, site, query),
  visitorOfLead: (site, opening) => visitorOfTouchpoint(db, site, opening),
  history: (site, visitor) => historyOf(db, site, visitor),
  paths: (site, milestone, from, until) => pathsOf(db, site, milestone, from, until),
  deliveries: (site, lead, limit) => deliveriesOf(db, site, lead, limit),
  counts: (site) => countsOf(db, site),
})
