// Cookiebot as a page sees it: an object with flags and events on the window. https://www.cookiebot.com/en/developer/
;(() => {
  const categories = ['preferences', 'statistics', 'marketing']
  const consent = { necessary: true, preferences: false, statistics: false, marketing: false, method: null }
  const bot = { consent, consented: false, declined: false, hasResponse: false, doNotTrack: false, renew }
  window.Cookiebot = bot

  function apply(given) {
    for (const category of categories) consent[category] = given.includes(category)
    bot.consented = given.length > 0
    bot.declined = !bot.consented
    bot.hasResponse = true
    consent.method = 'explicit'
    window.dispatchEvent(new Event('CookiebotOnConsentReady'))
    window.dispatchEvent(new Event(bot.consented ? 'CookiebotOnAccept' : 'CookiebotOnDecline'))
  }

  // Forgets what was answered and asks again, without an event.
  function renew() {
    for (const category of categories) consent[category] = false
    bot.consented = bot.declined = bot.hasResponse = false
    document.cookie = 'CookieConsent=; Max-Age=0'
  }

  window.decide = (given) => {
    document.cookie = `CookieConsent=${given.join('-')}`
    apply(given)
  }
  const kept = /CookieConsent=([\w-]*)/.exec(document.cookie)
  if (kept) apply(kept[1].split('-').filter(Boolean))
})()
