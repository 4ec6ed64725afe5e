// Cookie Information as a page sees it: a function that answers for a category, an event on the window, a cookie.
// https://support.cookieinformation.com/en/articles/5444629-third-party-cookie-blocking
;(() => {
  let approved = []
  window.CookieInformation = { getConsentGivenFor: (category) => approved.includes(category) }

  function apply(given) {
    approved = ['cookie_cat_necessary', ...given]
    window.dispatchEvent(new CustomEvent('CookieInformationConsentGiven', { detail: { consents: {} } }))
  }

  window.decide = (given) => {
    document.cookie = `CookieInformationConsent=${encodeURIComponent(JSON.stringify({ consents_approved: given }))}`
    apply(given)
  }
  const kept = /CookieInformationConsent=([^;]*)/.exec(document.cookie)
  if (kept) apply(JSON.parse(decodeURIComponent(kept[1])).consents_approved)
})()
