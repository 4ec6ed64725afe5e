/** The banners that are known, each read through the interface that its makers have published. */
import { safely } from '../../guard.ts'

type Flags = { readonly [category: string]: boolean | undefined }
type Told = {
  readonly gdprApplies?: boolean
  readonly eventStatus: string
  readonly purpose: { readonly consents: Flags }
}
type Command = ArrayLike<unknown> & { readonly 2?: { readonly [category: string]: unknown } }

const page = globalThis as unknown as {
  Cookiebot: { hasResponse: boolean; consent: Flags }
  CookieInformation: { getConsentGivenFor(category: string): boolean }
  getCkyConsent(): { isUserActionCompleted: boolean; activeLaw: string; categories: Flags }
  OnetrustActiveGroups: string
  wp_has_consent(category: string): boolean
  wp_consent_type?: string
  wp_fallback_consent_type?: string | false
  waitfor_consent_hook?: boolean
  __tcfapi(command: 'addEventListener', version: 2, hear: (told: Told, ok: boolean) => void): unknown
  dataLayer?: (Command | null)[]
  google_tag_data?: { ics?: { entries?: { [category: string]: { update?: boolean } | undefined } } }
}

/** These preset a no for who has not been asked: a no counts once they have noted an answer. */
const noted = (yes: boolean) =>
  yes || (/(InformationConsent|AlertBoxClosed|wp_consent_\w+)=/.test(document.cookie) ? false : undefined)

let attended: unknown
let told: Told | undefined

/**
 * A name in `data-cmp` and the categories that are asked for where none are named; and what the visitor said to a category:
 * nothing yet where it is undefined, or where there is no such banner and it throws.
 */
export const banners: readonly (readonly [words: string, read: (category: string) => boolean | undefined])[] = [
  // Its flags are all false until there is a response. https://www.cookiebot.com/en/developer/
  ['cookiebot statistics', (category) => (page.Cookiebot.hasResponse ? page.Cookiebot.consent[category] : undefined)],
  // https://support.cookieinformation.com/en/articles/5444629-third-party-cookie-blocking
  ['cookieinformation cookie_cat_statistic', (category) => noted(page.CookieInformation.getConsentGivenFor(category))],
  // Under the American law what is preset counts until the visitor objects.
  // https://www.cookieyes.com/documentation/retrieving-consent-data-using-api-getckyconsent/
  [
    'cookieyes analytics',
    (category) => {
      const { isUserActionCompleted, activeLaw, categories } = page.getCkyConsent()
      return isUserActionCompleted || activeLaw === 'ccpa' ? categories[category] : undefined
    },
  ],
  // Its function knows `optin` and `optout`. Without either no banner has registered, and it would grant everything.
  // https://wordpress.org/plugins/wp-consent-api/
  [
    'wp statistics',
    (category) =>
      page.wp_consent_type || (!page.waitfor_consent_hook && page.wp_fallback_consent_type)
        ? noted(page.wp_has_consent(category))
        : undefined,
  ],
  // The IAB's framework, whichever banner asks. What was decided counts, now or earlier, and so does that the law does not
  // apply to this visitor; what is still on the screen does not.
  // https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20CMP%20API%20v2.md
  [
    'tcf 1 8',
    (purpose) => {
      const hear = safely((given: Told, ok: boolean) => {
        if (ok && (given.gdprApplies === false || /loaded|complete/.test(given.eventStatus))) told = given
      })
      attended = attended || page['__tcfapi']('addEventListener', 2, hear) || 1
      return told && (told.gdprApplies === false || told.purpose.consents[purpose] === true)
    },
  ],
  // Google Consent Mode 2: what a banner told Google's scripts, in `dataLayer`, and what these made of it. A `default` is what
  // holds until somebody has answered. https://developers.google.com/tag-platform/security/guides/consent
  [
    'google analytics_storage',
    (category) => {
      let said: boolean | undefined
      page.dataLayer?.forEach((item) => {
        const state = item?.[0] === 'consent' && item[1] === 'update' && item[2]?.[category]
        if (state) said = state === 'granted'
      })
      return page.google_tag_data?.ics?.entries?.[category]?.update ?? said
    },
  ],
  // The groups are the site's own: none is the usual one. The necessary one is always active, so an empty list is none yet.
  // https://developer.onetrust.com/onetrust/docs/javascript-events-guide
  ['onetrust', (group) => noted((page.OnetrustActiveGroups.match(/[^,]+/g) as string[]).includes(group))],
]
