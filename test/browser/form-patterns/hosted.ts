/** Forms that a service receives, by an address put into `action` or by its own script. */
import { type FormPattern, jane, lead } from './pattern.ts'

const thanks = '<!doctype html><title>Thanks</title><p>Thanks, the form was submitted.</p>'
/** What every one of these services shows in its manual. */
const plain = (attributes: string, more = '') => `
  <form method="POST" ${attributes}>${more}
    <label>Your name: <input type="text" name="name"></label>
    <label>Your email: <input type="email" name="email" required></label>
    <label>Your message: <textarea name="message"></textarea></label>
    <button type="submit">Send</button></form>`
const filled = [
  ['[name=name]', jane.name],
  ['[name=email]', jane.email],
  ['[name=message]', jane.message],
] as const
const expected = lead(3, 'name', 'email', 'message')

const active = `
  <form method="POST" action="https://nordhavn.activehosted.com/proc.php" id="_form_7_" class="_form _form_7 _inline-form _dark" novalidate data-styles-version="5"><input type="hidden" name="u" value="7"><input type="hidden" name="f" value="7"><input type="hidden" name="s"><input type="hidden" name="act" value="sub"><input type="hidden" name="v" value="2"><input type="hidden" name="or" value="canary-ac-or"><div class="_form-content">
    <div class="_form_element _x1 _full_width"><label for="fullname" class="_form-label">Full Name</label><div class="_field-wrapper"><input type="text" id="fullname" name="fullname" placeholder="Type your name"></div></div>
    <div class="_form_element _x2 _full_width"><label for="email" class="_form-label">Email*</label><div class="_field-wrapper"><input type="text" id="email" name="email" placeholder="Type your email" required></div></div>
    <div class="_form_element _field12 _full_width"><label for="field[12]" class="_form-label">What are you looking for?</label><div class="_field-wrapper"><textarea id="field[12]" name="field[12]"></textarea></div></div>
    <div class="_button-wrapper _full_width"><button id="_form_7_submit" class="_submit" type="submit">Submit</button></div><div class="_clear-element"></div></div><div class="_form-thank-you" style="display: none"></div></form>`
const activeFilled = [
  ['#fullname', jane.name],
  ['#email', jane.email],
  ['[name="field[12]"]', jane.message],
] as const

export const hosted: readonly FormPattern[] = [
  {
    name: 'Formspree',
    html: plain('action="https://formspree.io/f/xnordhav"', '<input type="text" name="_gotcha" style="display: none">'),
    elsewhere: { 'https://formspree.io/f/xnordhav': thanks },
    fill: filled,
    submit: 'button',
    expected,
  },
  {
    name: 'Formspree by fetch',
    html: plain('action="https://formspree.io/f/xnordhav" id="my-form"') + '<p id="my-form-status"></p>',
    script: `
      const form = document.getElementById('my-form')
      form.addEventListener('submit', async (event) => {
        event.preventDefault()
        const status = document.getElementById('my-form-status')
        try {
          const response = await fetch(event.target.action, { method: form.method, body: new FormData(event.target), headers: { Accept: 'application/json' } })
          status.innerHTML = response.ok ? 'Thanks for your submission!' : 'Oops! There was a problem submitting your form'
          if (response.ok) form.reset()
        } catch { status.innerHTML = 'Oops!' }
      })`,
    elsewhere: { 'https://formspree.io/f/xnordhav': '{"next":"/thanks","ok":true}' },
    fill: filled,
    submit: 'button',
    expected,
  },
  {
    name: 'Netlify Forms',
    html: plain(
      'name="contact" action="/thanks" netlify-honeypot="bot-field" data-netlify="true"',
      '<input type="hidden" name="form-name" value="contact"><p class="hidden" style="display: none"><label>Don’t fill this out if you’re human: <input name="bot-field"></label></p>',
    ),
    fill: filled,
    submit: 'button',
    expected,
  },
  {
    name: 'Netlify Forms by fetch',
    html: plain('name="contact" data-netlify="true"', '<input type="hidden" name="form-name" value="contact">'),
    script: `
      document.querySelector('form').addEventListener('submit', (event) => {
        event.preventDefault()
        const body = new URLSearchParams(new FormData(event.target)).toString()
        fetch('/', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body }).then(() => alert('Thank you for your submission')).catch(alert)
      })`,
    fill: filled,
    submit: 'button',
    expected,
  },
  {
    name: 'Getform',
    html: plain(
      'action="https://getform.io/f/canvas77" accept-charset="UTF-8"',
      '<input type="hidden" name="_gotcha" style="display: none !important">',
    ),
    elsewhere: { 'https://getform.io/f/canvas77': thanks },
    fill: filled,
    submit: 'button',
    expected,
  },
  {
    name: 'Basin',
    html: plain(
      'action="https://usebasin.com/f/8c1b" enctype="multipart/form-data" id="form"',
      '<input type="hidden" name="_timestamp" value="1">',
    ),
    elsewhere: { 'https://usebasin.com/f/8c1b': thanks },
    fill: filled,
    submit: 'button',
    expected,
  },
  {
    name: 'Mailchimp newsletter',
    html: `<div id="mc_embed_shell"><div id="mc_embed_signup"><form action="https://nordhavn.us1.list-manage.com/subscribe/post?u=aa11&amp;id=bb22&amp;f_id=0045" method="post" id="mc-embedded-subscribe-form" name="mc-embedded-subscribe-form" class="validate" target="_blank"><div id="mc_embed_signup_scroll"><h2>Subscribe</h2><div class="indicates-required"><span class="asterisk">*</span> indicates required</div>
      <div class="mc-field-group"><label for="mce-EMAIL">Email Address <span class="asterisk">*</span></label><input type="email" name="EMAIL" class="required email" id="mce-EMAIL" required value=""></div>
      <div class="mc-field-group"><label for="mce-FNAME">First Name </label><input type="text" name="FNAME" class="text" id="mce-FNAME" value=""></div>
      <div id="mce-responses" class="clear foot"><div class="response" id="mce-error-response" style="display: none"></div></div>
      <div aria-hidden="true" style="position: absolute; left: -5000px"><input type="text" name="b_aa11_bb22" tabindex="-1" value=""></div>
      <div class="optionalParent"><div class="clear foot"><input type="submit" name="subscribe" id="mc-embedded-subscribe" class="button" value="Subscribe"></div></div></div></form></div></div>`,
    elsewhere: { 'https://nordhavn.us1.list-manage.com/subscribe/post': thanks },
    fill: [
      ['#mce-EMAIL', jane.email],
      ['#mce-FNAME', jane.first],
    ],
    submit: '#mc-embedded-subscribe',
    expected: { email: jane.email, name: jane.first, answers: 2 },
  },
  {
    name: 'ActiveCampaign by fetch',
    html: active,
    script: `
      document.getElementById('_form_7_').addEventListener('submit', async (event) => {
        event.preventDefault()
        const form = event.target
        form.querySelector('._submit').disabled = true
        const answer = await fetch('https://nordhavn.activehosted.com/proc.php?jsonp=true', { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } })
        if (answer.ok) { form.querySelector('._form-content').style.display = 'none'; form.querySelector('._form-thank-you').style.display = 'block' }
      })`,
    elsewhere: { 'https://nordhavn.activehosted.com/proc.php': '{"js":"_show_thank_you(7)"}' },
    fill: activeFilled,
    submit: '._submit',
    expected,
    canaries: ['canary-ac-or'],
  },
  {
    name: 'ActiveCampaign of older embeds, by a script element',
    html: active,
    script: `
      window._show_thank_you = () => { document.querySelector('._form-content').style.display = 'none' }
      document.getElementById('_form_7_').addEventListener('submit', (event) => {
        event.preventDefault()
        const script = document.createElement('script')
        script.src = event.target.action + '?' + new URLSearchParams(new FormData(event.target)) + '&jsonp=true'
        document.head.append(script)
      })`,
    elsewhere: { 'https://nordhavn.activehosted.com/proc.php': '_show_thank_you(7)' },
    fill: activeFilled,
    submit: '._submit',
    expected,
    canaries: ['canary-ac-or'],
  },
  {
    name: 'Pardot form handler',
    html: `<form class="lead-form" action="https://go.nordhavn.test/l/123456/2024-01-01/abc12" method="post">
      <div class="row"><div class="col"><input name="First Name" type="text" placeholder="First name*"></div><div class="col"><input name="Last Name" type="text" placeholder="Last name*"></div></div>
      <input name="Email" type="email" placeholder="Work email*"><input name="Company" type="text" placeholder="Company*"><input name="Phone" type="tel" placeholder="Phone">
      <select name="Job Level"><option value="">Job level</option><option>Director</option><option>Manager</option></select>
      <input name="utm_source" type="hidden" value="canary-utm-hidden"><div style="position: absolute; left: -9999px; top: -9999px"><label for="pardot_extra_field">Comments</label><input type="text" id="pardot_extra_field" name="pardot_extra_field"></div><input type="submit" value="Request a demo"></form>`,
    elsewhere: { 'https://go.nordhavn.test/l/123456/2024-01-01/abc12': thanks },
    fill: [
      ['[name="First Name"]', jane.first],
      ['[name="Last Name"]', jane.last],
      ['[name=Email]', jane.email],
      ['[name=Company]', jane.company],
      ['[name=Phone]', jane.phone],
      ['[name="Job Level"]', 'Director'],
    ],
    submit: '[type=submit]',
    expected: lead(6, 'name', 'email', 'company', 'phone'),
    canaries: ['canary-utm-hidden'],
  },
]
