/** The IAB's Transparency and Consent Framework 2: purposes by number, whichever banner asks for them. */
import { later, safely } from '../../guard.ts'
import type { Flags, Read } from './banner.ts'

type Told = {
  readonly gdprApplies?: boolean
  readonly eventStatus?: string
  readonly purpose?: { readonly consents: Flags }
}
type Api = (command: 'addEventListener', version: 2, hear: (told: Told, ok: boolean) => void) => void

/**
 * What was decided, now or earlier, counts, and so does that the law does not apply to this visitor; what is still on the
 * screen does not. The listener hears at once how things stand, and every change.
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20CMP%20API%20v2.md
 */
export function tcf(again: () => void): Read {
  let attended: Api | undefined
  let exempt = false
  let consents: Flags | undefined

  const hear = safely(({ gdprApplies, eventStatus, purpose }: Told, ok: boolean) => {
    if (!ok) return
    exempt = gdprApplies === false
    if (purpose && /tcloaded|useractioncomplete/.test(eventStatus || '')) consents = { ...purpose.consents }
    later(0, again)
  })

  return (purpose) => {
    const { __tcfapi: api } = window as { __tcfapi?: Api }
    if (!api) return null
    if (api !== attended) {
      attended = api
      api('addEventListener', 2, hear)
    }
    return exempt || (consents && consents[purpose] === true)
  }
}
