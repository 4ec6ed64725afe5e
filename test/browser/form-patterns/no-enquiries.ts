/** Forms that are no enquiries: signing in, searching, choosing cookies. */
import { type FormPattern, jane } from './pattern.ts'

const submit = '#send'

export const noEnquiries: readonly FormPattern[] = [
  {
    name: 'signing in',
    html: `<form action="/thanks" method="post"><label>E-mail <input id="b" type="email" name="email"></label><label>Password <input id="p" type="password" name="password"></label><button id="send">Sign in</button></form>`,
    fill: [
      ['#b', jane.email],
      ['#p', 'canary-password'],
    ],
    submit,
    expected: 'no lead',
    canaries: ['canary-password', jane.email],
  },
  {
    name: 'signing in by e-mail first, password on the next page',
    html: `<form action="/account/login" method="post"><label>E-mail <input id="b" type="email" name="username" autocomplete="username webauthn"></label><button id="send">Continue</button></form>`,
    fill: [['#b', jane.email]],
    submit,
    expected: 'no lead',
    canaries: [jane.email],
  },
  {
    name: 'searching',
    html: `<form action="/thanks" role="search"><label for="s">Search for</label><input id="s" type="text" name="s"><button id="send">Search</button></form>`,
    fill: [['#s', jane.message]],
    submit,
    expected: 'no lead',
    canaries: [jane.message],
  },
  {
    name: 'searching in a field that says so only by its type',
    html: `<form action="/thanks"><input id="s" type="search" name="query" aria-label="Products"><button id="send">Go</button></form>`,
    fill: [['#s', jane.message]],
    submit,
    expected: 'no lead',
    canaries: [jane.message],
  },
  {
    name: 'choosing cookies',
    html: `<div id="CybotCookiebotDialog" role="dialog"><form class="CybotCookiebotDialogBodyLevelButtons"><label><input type="checkbox" id="CybotCookiebotDialogBodyLevelButtonPreferences" name="preferences"> Preferences</label><label><input type="checkbox" id="m" name="marketing"> Marketing</label><button id="send">Allow selection</button></form></div>`,
    script: `document.forms[0].addEventListener('submit', (event) => { event.preventDefault(); fetch('/api/200/consent', { method: 'POST' }) })`,
    fill: [['#m', true]],
    submit,
    expected: 'no lead',
  },
]
