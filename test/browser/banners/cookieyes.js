// CookieYes as a page sees it: a function that tells all, and events on the document.
// https://www.cookieyes.com/documentation/retrieving-consent-data-using-api-getckyconsent/
;(() => {
  const names = ['functional', 'analytics', 'performance', 'advertisement']
  const activeLaw = window.law ?? 'gdpr'
  // The law under which one must object presets all.
  let state = { isUserActionCompleted: false, accepted: activeLaw === 'ccpa' ? names : [] }
  window.getCkyConsent = () => ({
    activeLaw,
    categories: Object.fromEntries(
      ['necessary', ...names].map((name) => [name, name === 'necessary' || state.accepted.includes(name)]),
    ),
    isUserActionCompleted: state.isUserActionCompleted,
    consentID: 'bFl2eFJBN05VS21W',
    languageCode: 'en',
  })

  window.decide = (given) => {
    document.cookie = `cookieyes-consent=${given.join('-')}`
    state = { isUserActionCompleted: true, accepted: given }
    const rejected = names.filter((name) => !given.includes(name))
    document.dispatchEvent(
      new CustomEvent('cookieyes_consent_update', { detail: { accepted: ['necessary', ...given], rejected } }),
    )
  }
  const kept = /cookieyes-consent=([\w-]*)/.exec(document.cookie)
  if (kept) state = { isUserActionCompleted: true, accepted: kept[1].split('-') }
  document.dispatchEvent(new CustomEvent('cookieyes_banner_load', { detail: window.getCkyConsent() }))
})()
