/** The registry's side: sites, who may use them, where their leads go, and the salt of the day, which no site owns. */
import type { Registry } from '../ports/store.ts'
import { replay } from './deliveries.ts'
import { addDestination, removeDestination } from './destinations.ts'
import type { Engine } from './engine.ts'
import { lend } from './leases.ts'
import { saltOf } from './salts.ts'
import { addSite, changeSite } from './sites.ts'
import { addToken } from './tokens.ts'

export const registryOf = (db: Engine): Registry => ({
  addSite: (site, ids, now) => addSite(db, site, ids, now),
  changeSite: (site, changes) => changeSite(db, site, changes),
  addToken: (site, digest, name, now) => addToken(db, site, digest, name, now),
  addDestination: (site, destination) => addDestination(db, site, destination),
  removeDestination: (site, destination) => removeDestination(db, site, destination),
  saltOf: (day, fresh) => saltOf(db, day, fresh),
  lend: (borrower, stocks, mayTake) => lend(db, borrower, stocks, mayTake),
  replay: (site, delivery, now) => replay(db, site, delivery, now),
})
