/** The banners that are known, each read through the interface that its makers have published. */
import type { Banner, Flags } from './banner.ts'
import { google } from './google.ts'
import { tcf } from './tcf.ts'

const page = window as unknown as {
  Cookiebot: { hasResponse?: boolean; consent: Flags }
  CookieInformation: { getConsentGivenFor(category: string): boolean }
  getCkyConsent(): { isUserActionCompleted: boolean; activeLaw: string; categories: Flags }
  OnetrustActiveGroups: string
  wp_has_consent(category: string): boolean
  wp_consent_type?: string
  wp_fallback_consent_type?: string | false
  waitfor_consent_hook?: boolean
}

/** Who asks stands before who passes on: `auto` believes the first that is there. */
export const banners: readonly Banner[] = [
  // Its flags are all false until there is a response. https://www.cookiebot.com/en/developer/
  [
    'cookiebot',
    'statistics',
    () => (category) => (page.Cookiebot.hasResponse ? page.Cookiebot.consent[category] : undefined),
  ],
  // It says false to who was not asked as well; its cookie is there when somebody was.
  // https://support.cookieinformation.com/en/articles/5444629-third-party-cookie-blocking
  [
    'cookieinformation',
    'cookie_cat_statistic',
    () => (category) =>
      page.CookieInformation.getConsentGivenFor(category) ||
      (document.cookie.includes('CookieInformationConsent=') ? false : undefined),
  ],
  // Under the American law what is preset counts until the visitor objects.
  // https://www.cookieyes.com/documentation/retrieving-consent-data-using-api-getckyconsent/
  [
    'cookieyes',
    'analytics',
    () => (category) => {
      const { isUserActionCompleted, activeLaw, categories } = page.getCkyConsent()
      return isUserActionCompleted || activeLaw === 'ccpa' ? categories[category] : undefined
    },
  ],
  // Its function knows `optin` and `optout`. Without either no banner has registered, and it would grant everything.
  // https://wordpress.org/plugins/wp-consent-api/
  [
    'wp',
    'statistics',
    () => (category) =>
      page.wp_consent_type || (!page.waitfor_consent_hook && page.wp_fallback_consent_type)
        ? page.wp_has_consent(category)
        : null,
  ],
  ['tcf', '1,8', tcf],
  ['google', 'analytics_storage', google],
  // The groups are the site's own: none is the usual one. The necessary one is always active, so an empty list is none yet.
  // https://developer.onetrust.com/onetrust/docs/javascript-events-guide
  [
    'onetrust',
    '',
    () => (group) => {
      const groups = page.OnetrustActiveGroups.match(/[^,]+/g)
      return groups && group ? groups.includes(group) : undefined
    },
  ],
]

/** What they announce themselves and changes by, some on the window, some on the document. */
export const announcements =
  'CookiebotOnConsentReady CookiebotOnAccept CookiebotOnDecline CookieInformationConsentGiven cookieyes_banner_load ' +
  'cookieyes_consent_update wp_consent_type_defined wp_listen_for_consent_change OneTrustGroupsUpdated'
