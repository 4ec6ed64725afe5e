// The WP Consent API as a page sees it: a function that reads a cookie for each category, and a banner's plug-in that names
// the type and sets the cookies. https://wordpress.org/plugins/wp-consent-api/
;(() => {
  const categories = ['functional', 'preferences', 'statistics', 'statistics-anonymous', 'marketing']
  const valueOf = (category) => new RegExp(`wp_consent_${category}=(\\w+)`).exec(document.cookie)?.[1] ?? ''
  window.wp_fallback_consent_type = ''
  window.waitfor_consent_hook = false

  window.wp_has_consent = (category) => {
    const type = window.wp_consent_type ?? window.wp_fallback_consent_type
    if (!type) return true
    return valueOf(category) === 'allow' || (type.includes('optout') && valueOf(category) === '')
  }
  window.wp_set_consent = (category, value) => {
    if (valueOf(category) === value) return
    document.cookie = `wp_consent_${category}=${value}`
    const detail = []
    detail[category] = value
    document.dispatchEvent(new CustomEvent('wp_listen_for_consent_change', { detail }))
  }
  window.registerBanner = (type) => {
    window.wp_consent_type = type
    document.dispatchEvent(new CustomEvent('wp_consent_type_defined'))
  }

  window.decide = (given) => {
    for (const category of categories) window.wp_set_consent(category, given.includes(category) ? 'allow' : 'deny')
  }
  if (window.type !== '') window.registerBanner(window.type ?? 'optin')
})()
