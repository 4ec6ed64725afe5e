// Google Consent Mode 2 as a banner uses it: Google's snippet, a preset for everybody, an update when somebody has decided.
// https://developers.google.com/tag-platform/security/guides/consent
window.dataLayer = window.dataLayer || []
function gtag() {
  window.dataLayer.push(arguments)
}
;(() => {
  const types = ['ad_storage', 'ad_user_data', 'ad_personalization', 'analytics_storage']
  const states = (given) => Object.fromEntries(types.map((type) => [type, given.includes(type) ? 'granted' : 'denied']))
  gtag('js', new Date())
  gtag('consent', 'default', { ...states(window.preset ?? []), wait_for_update: 500, ...window.more })
  gtag('config', 'G-TEST')

  window.decide = (given) => {
    document.cookie = `banner=${given.join('-')}`
    gtag('consent', 'update', states(given))
  }
  const kept = /banner=([\w-]*)/.exec(document.cookie)
  if (kept) setTimeout(() => gtag('consent', 'update', states(kept[1].split('-'))), 300)
})()
