/** How front-end frameworks and hand-written scripts send a form, each with its habits. */
import { type FormPattern, jQuery, jane, lead } from './pattern.ts'

const fields = `
  <label for="name">Name</label><input id="name" name="name" autocomplete="name">
  <label for="email">E-mail</label><input id="email" name="email" type="email">
  <label for="message">Message</label><textarea id="message" name="message"></textarea>`
const form = (attributes = '', inside = fields) => `
  <div id="root"><form ${attributes}>${inside}<button id="send">Send</button></form><p id="state" role="status"></p></div>`
const filled = [
  ['#name', jane.name],
  ['#email', jane.email],
  ['#message', jane.message],
] as const
const expected = lead(3, 'name', 'email', 'message')

/** A script that hears the submit, and has `form` and `values` at hand. */
const onSubmit = (work: string) => `
  const state = document.getElementById('state')
  document.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault()
    const form = event.target
    const values = Object.fromEntries(new FormData(form))
    ${work}
  })`

/** Draws the whole form again from its state at every key, as virtual trees do when a key is missing. */
const redrawn = `
  const state = { name: '', email: '', message: '' }
  const root = document.getElementById('root')
  const draw = () => {
    const focused = document.activeElement.id
    root.innerHTML = '<form><label for="name">Name</label><input id="name" name="name"><label for="email">E-mail</label><input id="email" type="email" name="email"><label for="message">Message</label><textarea id="message" name="message"></textarea><button id="send">Send</button></form>'
    for (const name in state) document.getElementById(name).value = state[name]
    if (focused in state) document.getElementById(focused).focus()
  }
  draw()
  root.addEventListener('input', ({ target }) => { state[target.name] = target.value; draw() })
  root.addEventListener('submit', (event) => {
    event.preventDefault()
    fetch('/api/200/contact', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(state) }).then(() => { root.innerHTML = '<p>Thanks</p>' })
  })`

export const frameworks: readonly FormPattern[] = [
  {
    name: 'React with controlled inputs: heard at the root, emptied before the request',
    html: form(),
    script: `
      const root = document.getElementById('root')
      const state = {}
      root.addEventListener('input', ({ target }) => { state[target.name] = target.value; target.setAttribute('value', target.value) })
      root.addEventListener('submit', (event) => {
        event.preventDefault()
        const body = JSON.stringify(state)
        for (const control of event.target.elements) control.value = ''
        queueMicrotask(() => fetch('/api/200/contact', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }))
      })`,
    fill: filled,
    submit: '#send',
    expected,
  },
  {
    name: 'React Hook Form: novalidate, a schema checked asynchronously, then the request',
    html: form('novalidate'),
    script: onSubmit(`
      await new Promise((checked) => setTimeout(checked, 60))
      if (!/@/.test(values.email)) return
      const answer = await fetch('/api/200/contact', { method: 'POST', body: JSON.stringify(values) })
      if (answer.ok) { form.reset(); state.textContent = 'Thanks' }`),
    fill: filled,
    submit: '#send',
    expected,
  },
  {
    name: 'React Hook Form whose schema refuses',
    html: form('novalidate'),
    script: `
      document.querySelector('form').addEventListener('submit', async (event) => {
        event.preventDefault()
        const { name, email, message } = event.target.elements
        await new Promise((checked) => setTimeout(checked, 60, { name: name.value, email: email.value, message: message.value }))
        message.setAttribute('aria-invalid', 'true')
        message.focus()
      })`,
    fill: filled,
    submit: '#send',
    expected: 'no lead',
  },
  {
    name: 'a check of the page’s own that reads the fields as FormData, and refuses',
    // Sooner it may be a page that is closed before its request is answered.
    stay: 5200,
    html: form('novalidate'),
    script: onSubmit(`if (values.message.length < 400) state.textContent = 'Please tell us more.'`),
    fill: filled,
    submit: '#send',
    expected: 'no lead',
  },
  {
    name: 'a form drawn anew at every key',
    html: '<div id="root"></div>',
    script: redrawn,
    fill: filled,
    submit: '#send',
    expected,
  },
  {
    name: 'Vue with v-model: no names, only ids',
    html: form('data-v-7ba5bd90', fields.replaceAll(/ name="\w+"/g, ' data-v-7ba5bd90')),
    script: `
      const model = {}
      for (const id of ['name', 'email', 'message']) document.getElementById(id).addEventListener('input', ({ target }) => { model[id] = target.value })
      document.querySelector('form').addEventListener('submit', async (event) => {
        event.preventDefault()
        await fetch('/api/201/contact', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(model) })
        document.getElementById('root').innerHTML = '<div class="notification is-success">Takk</div>'
      })`,
    fill: filled,
    submit: '#send',
    expected,
  },
  {
    name: 'a Next server action: the form posts to its own page by fetch',
    html: form(
      `action="javascript:throw new Error('React form unexpectedly submitted.')"`,
      `<input type="hidden" name="$ACTION_ID_40f1" value="canary-action-id">${fields}`,
    ),
    script: onSubmit(`
      const answer = await fetch(location.href, { method: 'POST', headers: { 'Next-Action': '40f1', Accept: 'text/x-component', 'Next-Router-State-Tree': '%5B%22%22%5D' }, body: new FormData(form) })
      state.textContent = (await answer.text()) && 'Thanks'`),
    fill: filled,
    submit: '#send',
    expected,
    canaries: ['canary-action-id'],
  },
  {
    name: 'Angular reactive form: formcontrolname, novalidate set by the framework',
    html: form(
      'novalidate class="ng-untouched ng-pristine ng-invalid"',
      `<mat-form-field><mat-label for="f1">Full name</mat-label><input id="f1" formcontrolname="fullName" placeholder="Full name" class="mat-mdc-input-element"></mat-form-field>
       <mat-form-field><input id="f2" formcontrolname="email" placeholder="Work email" type="text" class="mat-mdc-input-element"></mat-form-field>
       <mat-form-field><textarea id="f3" formcontrolname="message" placeholder="Message"></textarea></mat-form-field>`,
    ),
    script: `
      document.querySelector('form').addEventListener('submit', (event) => {
        event.preventDefault()
        const request = new XMLHttpRequest()
        request.open('POST', '/api/200/contact')
        request.setRequestHeader('Content-Type', 'application/json')
        request.setRequestHeader('Accept', 'application/json, text/plain, */*')
        request.onload = () => { document.getElementById('root').innerHTML = '<app-thanks>Thanks</app-thanks>' }
        request.send(JSON.stringify({ fullName: f1.value, email: f2.value, message: f3.value }))
      })`,
    fill: [
      ['#f1', jane.name],
      ['#f2', jane.email],
      ['#f3', jane.message],
    ],
    submit: '#send',
    expected,
  },
  {
    name: 'SvelteKit use:enhance',
    html: form('method="POST" action="?/contact"'),
    script: onSubmit(`
      const answer = await fetch(form.action, { method: 'POST', headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }, cache: 'no-store', body: new FormData(form) })
      if (answer.ok) { HTMLFormElement.prototype.reset.call(form); document.activeElement.blur() }`),
    fill: filled,
    submit: '#send',
    expected,
  },
  {
    name: 'htmx: the answer takes the form’s place',
    html: form('hx-post="/api/200/contact" hx-target="#root" hx-swap="innerHTML"'),
    script: onSubmit(`
      const request = new XMLHttpRequest()
      request.open('POST', form.getAttribute('hx-post'))
      request.setRequestHeader('HX-Request', 'true')
      request.onload = () => { document.getElementById('root').innerHTML = '<p>Thanks</p>' }
      request.send(new URLSearchParams(values))`),
    fill: filled,
    submit: '#send',
    expected,
  },
  {
    name: 'Alpine: x-model, no names, placeholders only, the form vanishes before the request',
    html: form(
      'x-data x-on:submit.prevent="send"',
      `<input id="name" x-model="data.name" placeholder="Your name"><input id="email" x-model="data.email" type="email" placeholder="Your email"><textarea id="message" x-model="data.message" placeholder="Your message"></textarea>`,
    ),
    script: `
      document.querySelector('form').addEventListener('submit', (event) => {
        event.preventDefault()
        const body = JSON.stringify([...event.target.querySelectorAll('[x-model]')].map((at) => at.value))
        event.target.remove()
        setTimeout(() => fetch('/api/200/contact', { method: 'POST', body }))
      })`,
    fill: filled,
    submit: '#send',
    expected,
  },
  {
    name: 'Turbo: the submit is taken over at the document and answered by a visit',
    html: form(
      'action="/thanks" method="post" accept-charset="UTF-8" data-turbo="true"',
      `<input type="hidden" name="authenticity_token" value="canary-authenticity" autocomplete="off">${fields}`,
    ),
    script: `
      document.documentElement.addEventListener('submit', async (event) => {
        event.preventDefault()
        event.stopImmediatePropagation()
        const form = event.target
        const answer = await fetch(form.action, { method: 'POST', headers: { Accept: 'text/vnd.turbo-stream.html, text/html' }, body: new FormData(form) })
        const html = await answer.text()
        history.pushState({ turbo: {} }, '', '/thanks')
        document.body.innerHTML = '<h1>Thanks</h1>'
      })`,
    fill: filled,
    submit: '#send',
    expected,
    canaries: ['canary-authenticity'],
  },
  {
    name: 'jQuery.ajax with serialize() and return false',
    html: form('id="contact"'),
    script: `${jQuery}
      $('#contact').on('submit', function () {
        $.ajax({ url: '/api/200/contact.php', data: $(this).serialize(), success: () => { this.innerHTML = 'Thanks' } })
        return false
      })`,
    fill: filled,
    submit: '#send',
    expected,
  },
  {
    name: 'jQuery on the click of a button, that submits by script once its own check is passed',
    html: form('id="contact" action="/thanks" method="post"').replace(
      '<button id="send">',
      '<button id="send" type="button">',
    ),
    script: `${jQuery}
      $('#send').on('click', () => { if (/@/.test(document.getElementById('email').value)) document.getElementById('contact').submit() })`,
    fill: filled,
    submit: '#send',
    expected,
  },
  {
    name: 'fetch with JSON',
    html: form(),
    script:
      onSubmit(`await fetch('/api/200/contact', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(values) })
      form.reset()`),
    fill: filled,
    submit: '#send',
    expected,
  },
  {
    name: 'fetch that looks up the postal code first and measures besides',
    html: form(),
    script: onSubmit(`fetch('/api/200/analytics/collect?event=submit', { method: 'POST', keepalive: true })
      await fetch('/api/200/postcode?zip=2100')
      await fetch('/api/200/contact', { method: 'POST', body: new FormData(form) })
      form.reset()`),
    fill: filled,
    submit: '#send',
    expected,
  },
  {
    name: 'XMLHttpRequest, three seconds after a check by a captcha',
    html: form(),
    script: onSubmit(`
      await fetch('/api/200/recaptcha/api2/reload', { method: 'POST' })
      await new Promise((checked) => setTimeout(checked, 1500))
      const request = new XMLHttpRequest()
      request.open('POST', '/api/200/contact')
      request.send(new FormData(form))`),
    fill: filled,
    submit: '#send',
    expected,
  },
  {
    name: 'axios: XMLHttpRequest with JSON, answered with 201, then another page',
    html: form(),
    script: onSubmit(`
      const request = new XMLHttpRequest()
      request.open('POST', '/api/201/contact')
      request.setRequestHeader('Content-Type', 'application/json')
      request.onloadend = () => location.assign('/thanks')
      request.send(JSON.stringify(values))`),
    fill: filled,
    submit: '#send',
    expected,
  },
  {
    name: 'a request that is answered with 422',
    html: form(),
    script: onSubmit(
      `await fetch('/api/422/contact', { method: 'POST', body: new FormData(form) }); state.textContent = 'Please correct the form.'`,
    ),
    fill: filled,
    submit: '#send',
    expected: 'no lead',
  },
  {
    name: 'a request that is answered with 422, and with 200 once the address is corrected',
    html: form('novalidate'),
    script: onSubmit(`
      const answer = await fetch(values.email.endsWith('.test') ? '/api/200/contact' : '/api/422/contact', { method: 'POST', body: new FormData(form) })
      state.textContent = answer.ok ? 'Thanks' : 'Please correct the form.'`),
    fill: [filled[0], filled[2], ['#email', 'jane.canning@nordhavn']],
    submit: async (page) => {
      await page.click('#send')
      await page.getByText('Please correct the form.').waitFor()
      await page.fill('#email', jane.email)
      await page.click('#send')
    },
    expected,
  },
  {
    name: 'a form that is put on the page later, in a dialog',
    html: '<button id="open">Contact us</button><dialog></dialog>',
    script: `
      document.getElementById('open').addEventListener('click', () => {
        const dialog = document.querySelector('dialog')
        dialog.innerHTML = ${JSON.stringify(form())}
        dialog.showModal()
        dialog.querySelector('form').addEventListener('submit', (event) => {
          event.preventDefault()
          fetch('/api/200/contact', { method: 'POST', body: new FormData(event.target) }).then(() => dialog.close())
        })
      })`,
    fill: [['#open', true], ...filled],
    submit: '#send',
    expected,
  },
]
