/**
 * Forms of plug-ins as they stand on a page, with as much of the plug-in's script as tells how it went. Own markup and
 * scripts, modelled on what each of them renders and does. The server refuses who comes from `refused.test`, with status 200.
 */
import { jQuery } from './form-patterns/pattern.ts'

export type PluginForm = {
  readonly name: string
  readonly html: string
  /** Runs at the end of the body. */
  readonly script: string
  /** Where it sends the form, and what is said there. */
  readonly to: string
  readonly taken: string
  readonly refused: string
  /** The status of a refusal, where it is not 200. */
  readonly status?: number
  /** What each of the fields is called. */
  readonly names: readonly [name: string, email: string]
}

const state = `<p id="state"></p>`
const say = (what: string) => `document.getElementById('state').textContent = '${what}';`
const fields = (name: string, email: string) => `
  <label for="a">Your name</label><input id="a" name="${name}" type="text">
  <label for="b">E-mail</label><input id="b" name="${email}" type="email"><button id="send">Send</button>`

const contactForm7: PluginForm = {
  name: 'Contact Form 7',
  html: `<div class="wpcf7 js" id="wpcf7-f7-p2-o1"><form action="/contact#wpcf7-f7-p2-o1" method="post" class="wpcf7-form init"
    novalidate data-status="init"><input type="hidden" name="_wpcf7" value="7">${fields('your-name', 'your-email')}</form></div>`,
  script: `document.querySelector('.wpcf7-form').addEventListener('submit', async (event) => {
    event.preventDefault()
    const form = event.target
    const answer = await (await fetch('/wp-json/feedback', { method: 'POST', body: new FormData(form) })).json()
    const tell = (name) => form.dispatchEvent(
      new CustomEvent('wpcf7' + name, { bubbles: true, detail: { status: answer.status, apiResponse: answer } }))
    tell(answer.status === 'mail_sent' ? 'mailsent' : 'invalid')
    tell('submit')
    if (answer.status === 'mail_sent') form.reset()
    document.getElementById('state').textContent = answer.status === 'mail_sent' ? 'taken' : 'refused'
  })`,
  to: '/wp-json/feedback',
  taken: '{"status":"mail_sent","message":"Thank you"}',
  refused: '{"status":"validation_failed","invalid_fields":[{"field":"your-email"}]}',
  names: ['your-name', 'your-email'],
}

const gravity = (more: string) =>
  `<div class="gform_wrapper" id="gform_wrapper_3"><form method="post" id="gform_3" action="/contact" data-formid="3"
    novalidate ${more}><input type="hidden" name="is_submit_3" value="1">${fields('input_1', 'input_2')}</form></div>`
const inFrame = 'target="gform_ajax_frame_3"'
const gravityFrame = `${jQuery};
  const frame = document.getElementById('gform_ajax_frame_3')
  frame.onload = () => {
    const said = frame.contentDocument.body.innerHTML
    if (!said.includes('gform_') && !said.includes('gformRedirect')) return
    const form = frame.contentDocument.getElementById('gform_wrapper_3')
    const redirect = said.includes('gformRedirect(){')
    const wrapper = document.getElementById('gform_wrapper_3')
    if (redirect) {
      window.gformRedirect = () => { location.href = '/thanks' }
      window.gformRedirect()
      $(document).trigger('gform_post_render', [3, 1])
    } else if (form) {
      wrapper.innerHTML = form.innerHTML
      $(document).trigger('gform_page_loaded', [3, 1])
      $(document).trigger('gform_post_render', [3, 1])
      ${say('refused')}
    } else setTimeout(() => {
      wrapper.replaceWith(frame.contentDocument.body.firstElementChild.cloneNode(true))
      $(document).trigger('gform_confirmation_loaded', [3])
      ${say('taken')}
    }, 50)
  }`
const gravityForms: PluginForm = {
  name: 'Gravity Forms that sends into a frame',
  html: `${gravity(inFrame)}<iframe style="display:none" src="about:blank" name="gform_ajax_frame_3" id="gform_ajax_frame_3"></iframe>`,
  script: gravityFrame,
  to: '/contact',
  taken: '<body class="GF_AJAX_POSTBACK"><div id="gform_confirmation_wrapper_3">Thanks</div></body>',
  refused: `<body class="GF_AJAX_POSTBACK">${gravity(inFrame)}</body>`,
  names: ['input_1', 'input_2'],
}

export const gravityRedirect: PluginForm = {
  ...gravityForms,
  name: 'Gravity Forms that sends into a frame and the visitor on',
  taken:
    '<body class="GF_AJAX_POSTBACK"><script>function gformRedirect(){document.location.href="/thanks"}</script></body>',
}

/** Its answer is taken as that of any other request. */
export const gravityAjax: PluginForm = {
  ...gravityForms,
  name: 'Gravity Forms that sends by a request of its own',
  html: gravity(''),
  script: `document.getElementById('gform_3').addEventListener('submit', async (event) => {
    event.preventDefault()
    const form = event.target
    const answer = await (await fetch('/contact', { method: 'POST', body: new FormData(form) })).json()
    const confirmed = answer.data.confirmation_markup
    if (confirmed) document.getElementById('gform_wrapper_3').innerHTML = confirmed
    document.getElementById('state').textContent = confirmed ? 'taken' : 'refused'
  })`,
  taken: '{"success":true,"data":{"is_valid":true,"confirmation_markup":"<p>Thanks</p>"}}',
  refused: '{"success":true,"data":{"is_valid":false,"validation_messages":{"2":"Not an e-mail"}}}',
}

const byQuery = (selector: string, to: string, told: string, taken: string) => `${jQuery};
  $('${selector}').on('submit', function (event) {
    event.preventDefault()
    const form = this
    $.ajax({ url: '${to}', data: new FormData(form), success(answer) {
      if (!answer.success) return $(form).trigger('error'), ${say('refused').replace(';', '')}
      $(form).trigger('${told}', [answer.data])
      ${taken}
      ${say('taken')}
    } })
  })`

const wpForms: PluginForm = {
  name: 'WPForms',
  html: `<div class="wpforms-container" id="wpforms-31"><form id="wpforms-form-31" class="wpforms-validate wpforms-form wpforms-ajax-form"
    data-formid="31" method="post" action="/thanks" novalidate>${fields('wpforms[fields][0]', 'wpforms[fields][1]')}</form></div>`,
  script: byQuery(
    '.wpforms-ajax-form',
    '/wp-admin/admin-ajax.php',
    'wpformsAjaxSubmitSuccess',
    `form.parentNode.innerHTML = answer.data.confirmation`,
  ),
  to: '/wp-admin/admin-ajax.php',
  taken: '{"success":true,"data":{"confirmation":"<p>Thanks</p>"}}',
  refused: '{"success":false,"data":{"errors":{"field":{"1":"Not an e-mail"}}}}',
  names: ['wpforms[fields][0]', 'wpforms[fields][1]'],
}

const elementor: PluginForm = {
  name: 'Elementor',
  html: `<div class="elementor-widget elementor-widget-form"><form class="elementor-form" method="post" name="New Form" novalidate>
    <input type="hidden" name="form_id" value="a1b2c3d">${fields('form_fields[name]', 'form_fields[email]')}</form></div>`,
  script: byQuery('.elementor-form', '/wp-admin/admin-ajax.php', 'submit_success', 'form.reset()'),
  to: '/wp-admin/admin-ajax.php',
  taken: '{"success":true,"data":{"message":"Sent","data":[]}}',
  refused: '{"success":false,"data":{"message":"Error","errors":{"email":"Not an e-mail"}}}',
  names: ['form_fields[name]', 'form_fields[email]'],
}

const webflow: PluginForm = {
  name: 'Webflow',
  html: `<div class="w-form"><form id="wf-form-Contact" name="wf-form-Contact" data-name="Contact" method="get" data-wf-page-id="6f" novalidate>
    ${fields('Name', 'Email')}</form><div class="w-form-done" hidden>Thank you!</div><div class="w-form-fail" hidden>Oops!</div></div>`,
  script: `document.querySelector('.w-form form').addEventListener('submit', (event) => {
    event.preventDefault()
    const form = event.target
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/form/6f')
    request.onload = () => {
      const taken = request.status === 200
      form.hidden = taken
      form.parentNode.querySelector(taken ? '.w-form-done' : '.w-form-fail').hidden = false
      document.getElementById('state').textContent = taken ? 'taken' : 'refused'
    }
    request.send(new URLSearchParams(new FormData(form)))
  })`,
  to: '/api/v1/form/6f',
  taken: '{"msg":"ok","code":200}',
  refused: '{"msg":"bad","code":400}',
  status: 400,
  names: ['Name', 'Email'],
}

const formspree: PluginForm = {
  name: 'Formspree, by a fetch of the page',
  html: `<form id="contact" action="https://formspree.io/f/mdknqwer" method="post" novalidate>${fields('name', 'email')}</form>`,
  script: `document.getElementById('contact').addEventListener('submit', async (event) => {
    event.preventDefault()
    const form = event.target
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } })
    if (answer.ok) form.reset()
    document.getElementById('state').textContent = answer.ok ? 'taken' : 'refused'
  })`,
  to: 'https://formspree.io/f/mdknqwer',
  taken: '{"ok":true,"next":"/thanks"}',
  refused: '{"error":"Validation errors","errors":[{"code":"TYPE_EMAIL","field":"email"}]}',
  status: 422,
  names: ['name', 'email'],
}

/** Mautic posts into a hidden frame, whose answer posts a message to the page: `TOLD` is what it says. */
const mautic: PluginForm = {
  name: 'Mautic',
  html: `<div id="mauticform_wrapper_contact" class="mauticform_wrapper"><form id="mauticform_contact" data-mautic-form="contact" method="post"
    action="https://m.shop.test/form/submit?formId=1" target="mauticiframe_contact" enctype="multipart/form-data" novalidate>
    <input type="hidden" name="mauticform[messenger]" value="1">${fields('mauticform[f_name]', 'mauticform[email]')}</form></div>
    <iframe name="mauticiframe_contact" id="mauticiframe_contact" style="display:none"></iframe>`,
  script: `document.getElementById('mauticform_contact').addEventListener('submit', (event) => {
    event.preventDefault()
    event.target.submit()
  })
  addEventListener('message', ({ origin, data }) => {
    if (origin !== 'https://m.shop.test') return
    document.getElementById('state').textContent = JSON.parse(data).success ? 'taken' : 'refused'
  })`,
  to: 'https://m.shop.test/form/submit?formId=1',
  taken: `<script>parent.postMessage('{"success":1,"successMessage":"Thanks","formName":"contact"}', '*')</script>`,
  refused: `<script>parent.postMessage('{"success":0,"validationErrors":{"email":"Not one"},"formName":"contact"}', '*')</script>`,
  names: ['mauticform[f_name]', 'mauticform[email]'],
}

export const pluginForms: readonly PluginForm[] = [
  contactForm7,
  gravityForms,
  wpForms,
  elementor,
  mautic,
  webflow,
  formspree,
]

/** The page it stands on. */
export function pageOf({ html, script }: PluginForm): string {
  return `<!doctype html><html lang="en"><head><title>Contact</title><!--tag--></head><body>${html}${state}<script>${script}</script></body></html>`
}
