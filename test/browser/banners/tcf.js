// A banner of the IAB's framework as a page sees it: a stub that queues what it is asked, then the real one, which answers
// and tells its listeners of each event.
// https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20CMP%20API%20v2.md
;(() => {
  const name = '__tcfapi'
  const queue = []
  window[name] = (...call) => {
    if (call.length === 0) return queue
    if (call[0] === 'ping') call[2]({ cmpLoaded: false, cmpStatus: 'stub', apiVersion: '2' })
    else queue.push(call)
  }

  const listeners = []
  let state

  function tellAll(eventStatus, given) {
    const consents = Object.fromEntries(given.map((purpose) => [purpose, true]))
    state = { cmpId: 9, tcfPolicyVersion: 4, gdprApplies: true, eventStatus, tcString: 'CPi', purpose: { consents } }
    // Where the law does not apply, there is nothing more to tell.
    if (window.applies === false) state = { cmpId: 9, tcfPolicyVersion: 4, gdprApplies: false }
    for (const [id, hear] of listeners.entries()) hear({ ...state, listenerId: id }, true)
  }

  window.show = () => tellAll('cmpuishown', [])
  window.decide = (given) => {
    document.cookie = `euconsent=${given.join('-')}`
    tellAll('useractioncomplete', given)
  }

  setTimeout(() => {
    window[name] = (command, _version, hear) => {
      if (command !== 'addEventListener') return hear(null, false)
      listeners.push(hear)
      if (state) hear({ ...state, listenerId: listeners.length - 1 }, true)
    }
    for (const call of queue) window[name](...call)
    const kept = /euconsent=([\d-]*)/.exec(document.cookie)
    if (kept) tellAll('tcloaded', kept[1].split('-').filter(Boolean))
    else window.show()
  }, 100)
})()
