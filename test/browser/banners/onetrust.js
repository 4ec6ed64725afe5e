// OneTrust as a page sees it: a list of the active groups, and an event on the window when it is loaded and when it changes;
// and a cookie that tells when its banner was answered.
// https://developer.onetrust.com/onetrust/docs/javascript-events-guide
;(() => {
  function apply(given) {
    const groups = ['C0001', ...given]
    window.OnetrustActiveGroups = `,${groups.join(',')},`
    window.dispatchEvent(new CustomEvent('OneTrustGroupsUpdated', { detail: groups }))
  }

  window.decide = (given) => {
    document.cookie = `OptanonConsent=${given.join('-')}`
    document.cookie = 'OptanonAlertBoxClosed=2025-01-01T00:00:00.000Z'
    apply(given)
  }
  const kept = /OptanonConsent=([\w-]*)/.exec(document.cookie)
  // Before anybody was asked, the groups of the consent model: none but the necessary, or all where one must object.
  apply(kept ? kept[1].split('-').filter(Boolean) : (window.preset ?? []))
})()
