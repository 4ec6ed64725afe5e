/** Where forms stand and how they are sent, apart from any product. */
import { type FormPattern, jane, lead } from './pattern.ts'

const fields = `
  <label>Name <input id="a" name="name"></label><label>E-mail <input id="b" type="email" name="email" required></label><label>Message <textarea id="c" name="message"></textarea></label>`
const filled = [
  ['#a', jane.name],
  ['#b', jane.email],
  ['#c', jane.message],
] as const
const expected = lead(3, 'name', 'email', 'message')
const submit = '#send'
const native = (attributes: string, more = '<button id="send">Send</button>') =>
  `<form ${attributes}>${fields}${more}</form>`
const steps = `
  document.querySelectorAll('[data-to]').forEach((button) => button.addEventListener('click', () => {
    document.querySelectorAll('.step').forEach((step) => { step.hidden = step.id !== button.dataset.to })
  }))`

export const ways: readonly FormPattern[] = [
  { name: 'a form that posts', html: native('action="/thanks" method="post"'), fill: filled, submit, expected },
  {
    name: 'a form that puts its fields into the next address',
    html: native('action="/thanks"'),
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'a form that posts to another host without a tag',
    html: native('action="https://crm.elsewhere.test/web-to-lead" method="post"'),
    elsewhere: { 'https://crm.elsewhere.test/web-to-lead': 'Thanks' },
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'a form sent by the enter key',
    html: native('action="/thanks" method="post"'),
    fill: filled,
    submit: (page) => page.press('#b', 'Enter', { noWaitAfter: true }),
    expected,
  },
  {
    name: 'several submit buttons, one with another address',
    html: native(
      'action="/draft" method="post"',
      '<button name="do" value="save">Save a draft</button><button id="send" name="do" value="send" formaction="/thanks">Send</button>',
    ),
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'an image for a button',
    html: native('action="/thanks" method="post"', '<input id="send" type="image" alt="Send" src="data:,">'),
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'fields outside of the form that name it',
    html: `<form id="far" action="/thanks" method="post"></form>${fields.replaceAll(/(<input|<textarea)/g, '$1 form="far"')}<button id="send" form="far">Send</button>`,
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'controls named id, name, action, submit, method and elements',
    html: `<form action="/thanks" method="post"><input type="hidden" name="id" value="7"><input type="hidden" name="action" value="contact"><input type="hidden" name="method" value="x"><input type="hidden" name="elements" value="x"><input type="hidden" name="target" value="x">
      ${fields}<input type="submit" id="send" name="submit" value="Send"></form>`,
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'a control named length, as whoever sells planks asks for it',
    html: `<form action="/thanks" method="post">${fields}<label>Length <input id="l" name="length"></label><label>Width <input name="width"></label><button id="send">Send</button></form>`,
    fill: [...filled, ['#l', '4200 mm']],
    submit,
    expected: lead(4, 'name', 'email', 'message'),
  },
  {
    name: 'a list that is searched, by a field for searching inside of the form',
    html: `<form action="/thanks" method="post">${fields}
      <div class="choices" data-type="select-one"><div class="choices__inner"><select class="choices__input" name="product" hidden tabindex="-1" data-choice="active"><option value="p4" selected>Dredger 400</option></select></div><div class="choices__list choices__list--dropdown"><input type="search" name="search_terms" class="choices__input choices__input--cloned" autocomplete="off" role="textbox" aria-label="Choose a product"></div></div><button id="send">Send</button></form>`,
    fill: filled,
    submit,
    expected: lead(4, 'name', 'email', 'message'),
  },
  {
    name: 'a number with its country searched in a list of the form',
    html: `<form action="/thanks" method="post"><label>Name <input id="a" name="name"></label><div class="iti iti--allow-dropdown"><div class="iti__country-container"><button type="button" class="iti__selected-country" aria-label="Denmark: +45"></button><div class="iti__dropdown-content" style="display: none"><input id="iti-0__search-input" type="search" class="iti__search-input" placeholder="Search" role="combobox" autocomplete="off"></div></div><input id="tel" type="tel" name="tlf" class="iti__tel-input"></div><input type="hidden" name="tlf_full"><button id="send">Send</button></form>`,
    fill: [filled[0], ['#tel', jane.phone]],
    submit,
    expected: lead(2, 'name', 'phone'),
  },
  {
    name: 'two forms, of which one is sent',
    html: `<form action="/thanks" method="post"><input type="email" id="news" name="email" placeholder="Newsletter"><button>Subscribe</button></form>${native('action="/thanks" method="post"')}`,
    fill: [['#news', 'canary.other@nordhavn.test'], ...filled],
    submit,
    expected,
    canaries: ['canary.other@nordhavn.test'],
  },
  {
    name: 'a form in a shadow root',
    html: '<contact-card></contact-card>',
    script: `
      const root = document.querySelector('contact-card').attachShadow({ mode: 'open' })
      root.innerHTML = ${JSON.stringify(native('action="/thanks" method="post"'))}`,
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'a form two shadow roots deep, sent by fetch',
    html: '<contact-card></contact-card>',
    script: `
      const outer = document.querySelector('contact-card').attachShadow({ mode: 'open' })
      outer.innerHTML = '<div><contact-form></contact-form></div>'
      const root = outer.querySelector('contact-form').attachShadow({ mode: 'open' })
      root.innerHTML = ${JSON.stringify(native(''))}
      root.querySelector('form').addEventListener('submit', (event) => {
        event.preventDefault()
        fetch('/api/200/contact', { method: 'POST', body: new FormData(event.target) }).then(() => event.target?.remove())
      })`,
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'web components with inputs of their own in a form of the page',
    html: `<form action="/thanks" method="post"><x-input name="name" label="Name" id="xa"></x-input><x-input name="email" label="E-mail" id="xb"></x-input><button id="send">Send</button></form>`,
    script: `
      customElements.define('x-input', class extends HTMLElement {
        static formAssociated = true
        constructor() {
          super()
          const inner = this.attachInternals()
          const root = this.attachShadow({ mode: 'open' })
          root.innerHTML = '<label>' + this.getAttribute('label') + ' <input></label>'
          this.type = 'text'
          root.querySelector('input').addEventListener('input', ({ target }) => { this.value = target.value; inner.setFormValue(target.value) })
        }
        get name() { return this.getAttribute('name') }
      })`,
    fill: [
      ['#xa input', jane.name],
      ['#xb input', jane.email],
    ],
    submit,
    expected: lead(2, 'name', 'email'),
  },
  {
    name: 'steps that the page hides and shows',
    html: `<form action="/thanks" method="post">
      <div class="step" id="s1"><label>What do you need? <select id="need" name="need"><option value="">Choose</option><option>Pumps</option></select></label><button type="button" data-to="s2" id="n1">Next</button></div>
      <div class="step" id="s2" hidden><label>Message <textarea id="c" name="message"></textarea></label><button type="button" data-to="s3" id="n2">Next</button></div>
      <div class="step" id="s3" hidden><label>Name <input id="a" name="name"></label><label>E-mail <input id="b" type="email" name="email"></label><button id="send">Send</button></div></form>`,
    script: steps,
    fill: [['#need', 'Pumps'], ['#n1', true], filled[2], ['#n2', true], filled[0], filled[1]],
    submit,
    expected: lead(4, 'name', 'email', 'message'),
  },
  {
    name: 'steps that are forms, of which the last sends all',
    html: `
      <form class="step" id="s1"><label>E-mail <input id="b" type="email" name="email"></label><button id="n1">Next</button></form>
      <form class="step" id="s2" hidden><label>Name <input id="a" name="name"></label><button id="n2">Next</button></form>
      <form class="step" id="s3" hidden><label>Message <textarea id="c" name="message"></textarea></label><button id="send">Send</button></form>`,
    script: `
      const all = new FormData()
      const forms = [...document.forms]
      forms.forEach((form, at) => form.addEventListener('submit', (event) => {
        event.preventDefault()
        new FormData(form).forEach((value, name) => all.append(name, value))
        if (!forms[at + 1]) return fetch('/api/200/contact', { method: 'POST', body: all })
        form.hidden = true
        forms[at + 1].hidden = false
      }))`,
    fill: [filled[1], ['#n1', true], filled[0], ['#n2', true], filled[2]],
    submit,
    expected,
  },
  {
    name: 'a form whose button first only goes on to its second half',
    html: `<form id="wizard"><div class="step" id="s1"><label>Name <input id="a" name="name"></label><label>E-mail <input id="b" type="email" name="email"></label></div><div class="step" id="s2" hidden><label>Message <textarea id="c" name="message"></textarea></label></div><button id="send">Continue</button></form>`,
    script: `
      wizard.addEventListener('submit', (event) => {
        event.preventDefault()
        if (!s2.hidden) return fetch('/api/200/contact', { method: 'POST', body: new FormData(wizard) })
        s1.hidden = true
        s2.hidden = false
      })`,
    fill: [filled[0], filled[1], ['#send', true], filled[2]],
    submit,
    expected,
  },
  {
    name: 'a marked form of a dialog, that a script sends as it closes',
    html: `<button id="open">Contact</button><dialog id="box">${native('method="dialog" data-lt-form="contact"', '<button value="cancel" formnovalidate>Close</button><button id="send" value="send">Send</button>')}</dialog>`,
    script: `
      document.getElementById('open').addEventListener('click', () => box.showModal())
      box.addEventListener('close', () => box.returnValue === 'send' && fetch('/api/200/contact', { method: 'POST', body: new FormData(box.querySelector('form')) }))`,
    fill: [['#open', true], ...filled],
    submit,
    expected,
  },
  {
    name: 'a dialog’s form that is closed',
    html: `<button id="open">Contact</button><dialog id="box">${native('method="dialog"', '<button id="send" value="cancel" formnovalidate>Close</button>')}</dialog>`,
    script: `document.getElementById('open').addEventListener('click', () => box.showModal())`,
    fill: [['#open', true], ...filled],
    submit,
    expected: 'no lead',
  },
  {
    name: 'a form answered in another tab',
    html: native('action="/thanks" method="post" target="_blank" rel="noopener"'),
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'a form answered in a frame of the page',
    html: `${native('action="/frame-thanks" method="post" target="answer"')}<iframe name="answer" title="Answer"></iframe>`,
    pages: { '/frame-thanks': '<!doctype html><p>Thanks</p>' },
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'requestSubmit() by a link',
    html: native('action="/thanks" method="post"', '<a href="#" id="send">Send</a>'),
    script: `document.getElementById('send').addEventListener('click', (event) => { event.preventDefault(); document.forms[0].requestSubmit() })`,
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'form.submit() by a link',
    html: native(
      'action="/thanks" method="post"',
      '<a href="javascript:document.forms[0].submit()" id="send">Send</a>',
    ),
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'form.submit() after a check of a robot’s score',
    html: native('action="/thanks" method="post"'),
    script: `
      document.forms[0].addEventListener('submit', (event) => {
        event.preventDefault()
        setTimeout(() => event.target?.submit() ?? document.forms[0].submit(), 300)
      })`,
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'novalidate, and the page’s own check refuses',
    html: native('novalidate action="/thanks" method="post"'),
    script: `document.forms[0].addEventListener('submit', (event) => { event.preventDefault(); document.body.append('Please enter a phone number') })`,
    fill: filled,
    submit,
    expected: 'no lead',
  },
  {
    name: 'the browser refuses what is no e-mail address',
    html: native('action="/thanks" method="post"'),
    fill: [filled[0], ['#b', 'jane.canning'], filled[2]],
    submit,
    expected: 'no lead',
  },
  {
    name: 'filled in by the browser, without a key pressed',
    html: native('action="/thanks" method="post"'),
    script: `
      setTimeout(() => { a.value = '${jane.name}'; b.value = '${jane.email}'; c.value = '${jane.message}' })`,
    fill: [],
    submit,
    expected,
  },
  {
    name: 'a form in a frame of the same site',
    html: '<iframe src="/framed" title="Contact" width="600" height="400"></iframe>',
    pages: {
      '/framed': `<!doctype html><title>Contact</title>${native('action="/framed-thanks" method="post"')}`,
      '/framed-thanks': '<!doctype html><p>Thanks</p>',
    },
    frame: 'iframe',
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'a form in a frame written by the page, sent by fetch',
    html: '<iframe id="box" title="Contact" width="600" height="400"></iframe>',
    script: `
      const inside = document.getElementById('box').contentDocument
      inside.open()
      inside.write(${JSON.stringify(native(''))})
      inside.close()
      inside.forms[0].addEventListener('submit', (event) => {
        event.preventDefault()
        fetch('/api/200/contact', { method: 'POST', body: new FormData(event.target) })
      })`,
    frame: 'iframe',
    fill: filled,
    submit,
    expected,
  },
  {
    name: 'sent by impatient clicks',
    html: native('action="/thanks" method="post"'),
    fill: filled,
    submit: async (page) => {
      await page.evaluate(() => {
        const send = document.getElementById('send')
        for (let times = 0; times < 5; times += 1) send?.click()
      })
    },
    expected,
  },
]
