/** Contact Form 7, WPForms and Gravity Forms: the three that most WordPress sites have. */
import { type FormPattern, jQuery, jane, lead } from './pattern.ts'

/** Contact Form 7 sends by fetch; whether the mail went out stands in the answer, which has the status 200 anyhow. */
const contactForm7 = `
  document.querySelector('.wpcf7-form').addEventListener('submit', async (event) => {
    event.preventDefault()
    const form = event.target
    form.classList.add('submitting')
    const detail = { contactFormId: 12, unitTag: 'wpcf7-f12-p8-o1', formData: new FormData(form) }
    const tell = (name) => form.dispatchEvent(new CustomEvent('wpcf7' + name, { bubbles: true, detail }))
    tell('beforesubmit')
    const answer = await fetch('/wp-json/contact-form-7/v1/contact-forms/12/feedback', { method: 'POST', body: detail.formData, headers: { Accept: 'application/json, */*;q=0.1' } })
    const { status, message } = await answer.json()
    form.setAttribute('data-status', status === 'mail_sent' ? 'sent' : 'invalid')
    form.querySelector('.wpcf7-response-output').textContent = message
    tell({ mail_sent: 'mailsent', validation_failed: 'invalid', spam: 'spam' }[status])
    tell('submit')
    if (status === 'mail_sent') form.reset()
  })`
const feedback = '/wp-json/contact-form-7/v1/contact-forms/12/feedback'
const sent7 = '{"contact_form_id":12,"status":"mail_sent","message":"Thank you for your message. It has been sent."}'

const cf7 = (fields: string) => `
  <div class="wpcf7 js" id="wpcf7-f12-p8-o1" lang="en-US" dir="ltr"><div class="screen-reader-response"><p role="status"></p></div>
  <form action="/contact/#wpcf7-f12-p8-o1" method="post" class="wpcf7-form init" aria-label="Contact form" novalidate="novalidate" data-status="init">
    <div style="display: none"><input type="hidden" name="_wpcf7" value="12"><input type="hidden" name="_wpcf7_unit_tag" value="wpcf7-f12-p8-o1"></div>
    <p><label>Your name<br><span class="wpcf7-form-control-wrap" data-name="your-name"><input size="40" class="wpcf7-form-control wpcf7-text" autocomplete="name" aria-required="true" type="text" name="your-name"></span></label></p>
    <p><label>Your email<br><span class="wpcf7-form-control-wrap" data-name="your-email"><input class="wpcf7-form-control wpcf7-email" autocomplete="email" type="email" name="your-email"></span></label></p>
    ${fields}
    <p><label>Your message (optional)<br><span class="wpcf7-form-control-wrap" data-name="your-message"><textarea cols="40" rows="10" class="wpcf7-form-control wpcf7-textarea" name="your-message"></textarea></span></label></p>
    <p><input class="wpcf7-form-control wpcf7-submit has-spinner" type="submit" value="Submit"></p>
    <div class="wpcf7-response-output" aria-hidden="true"></div>
  </form></div>`
const filled7 = [
  ['[name=your-name]', jane.name],
  ['[name=your-email]', jane.email],
  ['[name=your-message]', jane.message],
] as const

/** WPForms sends by jQuery; the answer says whether it was taken. */
const wpforms = `${jQuery}
  $('.wpforms-ajax-form').on('submit', function (event) {
    event.preventDefault()
    const form = this
    $(form).trigger('wpformsBeforeFormSubmit', [form])
    $.ajax({ url: '/wp-admin/admin-ajax.php', data: new FormData(form), success(answer) {
      if (!answer.success) {
        form.insertAdjacentHTML('afterbegin', '<div class="wpforms-error-container">Refused</div>')
        return $(form).trigger('wpformsAjaxSubmitFailed', [answer])
      }
      $(form).trigger('wpformsAjaxSubmitSuccess', [answer])
      form.parentNode.innerHTML = answer.data.confirmation
    } })
  })
  const go = (page) => document.querySelectorAll('.wpforms-page').forEach((each, at) => (each.style.display = at === page ? '' : 'none'))
  document.querySelectorAll('.wpforms-page-next').forEach((next) => next.addEventListener('click', () => go(Number(next.dataset.page))))`
const taken =
  '{"success":true,"data":{"confirmation":"<div class=\\"wpforms-confirmation-container-full\\" id=\\"wpforms-confirmation-31\\"><p>Thanks for contacting us!</p></div>"}}'
const wpName = `
  <div id="wpforms-31-field_0-container" class="wpforms-field wpforms-field-name" data-field-id="0"><fieldset>
    <legend class="wpforms-field-label">Name <span class="wpforms-required-label" aria-hidden="true">*</span></legend>
    <div class="wpforms-field-row wpforms-field-medium">
      <div class="wpforms-field-row-block wpforms-first wpforms-one-half"><input type="text" id="wpforms-31-field_0" class="wpforms-field-name-first wpforms-field-required" name="wpforms[fields][0][first]" required><label for="wpforms-31-field_0" class="wpforms-field-sublabel after">First</label></div>
      <div class="wpforms-field-row-block wpforms-one-half"><input type="text" id="wpforms-31-field_0-last" class="wpforms-field-name-last" name="wpforms[fields][0][last]" required><label for="wpforms-31-field_0-last" class="wpforms-field-sublabel after">Last</label></div>
    </div></fieldset></div>`
const wpEmail = `
  <div id="wpforms-31-field_1-container" class="wpforms-field wpforms-field-email"><label class="wpforms-field-label" for="wpforms-31-field_1">Email <span class="wpforms-required-label">*</span></label><input type="email" id="wpforms-31-field_1" class="wpforms-field-medium" name="wpforms[fields][1]" spellcheck="false" required></div>`
const wpMessage = `
  <div id="wpforms-31-field_2-container" class="wpforms-field wpforms-field-textarea"><label class="wpforms-field-label" for="wpforms-31-field_2">Comment or Message</label><textarea id="wpforms-31-field_2" class="wpforms-field-medium" name="wpforms[fields][2]"></textarea></div>`
const wpEnd = `
  <div class="wpforms-field wpforms-field-hp" style="position: absolute; left: -9000px"><label for="wpforms-31-field-hp">Phone</label><input type="text" name="wpforms[hp]" id="wpforms-31-field-hp" class="wpforms-field-medium"></div>
  <div class="wpforms-submit-container"><input type="hidden" name="wpforms[id]" value="31"><input type="hidden" name="wpforms[nonce]" value="canary-nonce-31"><button type="submit" name="wpforms[submit]" id="wpforms-submit-31" class="wpforms-submit" value="wpforms-submit">Submit</button></div>`
const wpForm = (body: string, ajax = 'wpforms-ajax-form') => `
  <div class="wpforms-container wpforms-render-modern" id="wpforms-31"><form id="wpforms-form-31" class="wpforms-validate wpforms-form ${ajax}" data-formid="31" method="post" enctype="multipart/form-data" action="/thanks">${body}</form></div>`
const filledWp = [
  ['#wpforms-31-field_0', jane.first],
  ['#wpforms-31-field_0-last', jane.last],
  ['#wpforms-31-field_1', jane.email],
  ['#wpforms-31-field_2', jane.message],
] as const

export const wordpress: readonly FormPattern[] = [
  {
    name: 'Contact Form 7',
    html: cf7(''),
    script: contactForm7,
    pages: { [feedback]: sent7 },
    fill: filled7,
    submit: '.wpcf7-submit',
    expected: lead(3, 'name', 'email', 'message'),
  },
  {
    name: 'Contact Form 7 with telephone, quiz, acceptance and an empty honeypot',
    html: cf7(`
      <p><label>Telephone <span class="wpcf7-form-control-wrap" data-name="tel-441"><input class="wpcf7-form-control wpcf7-tel" autocomplete="tel" type="tel" name="tel-441"></span></label></p>
      <p><span class="wpcf7-form-control-wrap" data-name="quiz-7"><label><span class="wpcf7-quiz-label">1+1=?</span> <input size="40" class="wpcf7-form-control wpcf7-quiz" autocomplete="off" type="text" name="quiz-7"></label><input type="hidden" name="_wpcf7_quiz_answer_quiz-7" value="canary-quiz-answer"></span></p>
      <span id="wpcf7-honey" class="wpcf7-form-control-wrap honeypot-4-wrap" style="display: none !important; visibility: hidden !important"><label for="honey-4" class="hp-message">Please leave this field empty.</label><input id="honey-4" class="wpcf7-form-control wpcf7-text" type="text" name="honeypot-4" value="" size="40" tabindex="-1" autocomplete="new-password"></span>
      <p><span class="wpcf7-form-control-wrap" data-name="acceptance-9"><span class="wpcf7-form-control wpcf7-acceptance"><span class="wpcf7-list-item"><label><input type="checkbox" name="acceptance-9" value="1"><span class="wpcf7-list-item-label">I agree to the privacy policy.</span></label></span></span></span></p>`),
    script: contactForm7,
    pages: { [feedback]: sent7 },
    fill: [...filled7, ['[name=tel-441]', jane.phone], ['[name=quiz-7]', '2'], ['[name=acceptance-9]', true]],
    submit: '.wpcf7-submit',
    expected: lead(6, 'name', 'email', 'phone', 'message'),
    canaries: ['canary-quiz-answer'],
  },
  {
    name: 'Contact Form 7 that its server refuses with status 200',
    html: cf7(''),
    script: contactForm7,
    pages: {
      [feedback]:
        '{"contact_form_id":12,"status":"validation_failed","message":"One or more fields have an error.","invalid_fields":[{"field":"your-email","message":"The e-mail address entered is invalid."}]}',
    },
    fill: filled7,
    submit: '.wpcf7-submit',
    expected: 'no lead',
  },
  {
    name: 'WPForms',
    html: wpForm(`<div class="wpforms-field-container">${wpName}${wpEmail}${wpMessage}</div>${wpEnd}`),
    script: wpforms,
    pages: { '/wp-admin/admin-ajax.php': taken },
    fill: filledWp,
    submit: '#wpforms-submit-31',
    expected: lead(4, 'name', 'email', 'message'),
    canaries: ['canary-nonce-31'],
  },
  {
    name: 'WPForms without AJAX',
    html: wpForm(`<div class="wpforms-field-container">${wpName}${wpEmail}${wpMessage}</div>${wpEnd}`, ''),
    fill: filledWp,
    submit: '#wpforms-submit-31',
    expected: lead(4, 'name', 'email', 'message'),
    canaries: ['canary-nonce-31'],
  },
  {
    name: 'WPForms with pages',
    html: wpForm(`<div class="wpforms-field-container">
      <div class="wpforms-page-indicator progress" data-indicator="progress"></div>
      <div class="wpforms-page wpforms-page-1" data-page="1">${wpName}<button type="button" class="wpforms-page-button wpforms-page-next" data-page="1">Next</button></div>
      <div class="wpforms-page wpforms-page-2" data-page="2" style="display: none">${wpEmail}<button type="button" class="wpforms-page-button wpforms-page-next" data-page="2">Next</button></div>
      <div class="wpforms-page wpforms-page-3 last" data-page="3" style="display: none">${wpMessage}${wpEnd}</div></div>`),
    script: wpforms,
    pages: { '/wp-admin/admin-ajax.php': taken },
    fill: [
      filledWp[0],
      filledWp[1],
      ['[data-page="1"] .wpforms-page-next', true],
      filledWp[2],
      ['[data-page="2"] .wpforms-page-next', true],
      filledWp[3],
    ],
    submit: '#wpforms-submit-31',
    expected: lead(4, 'name', 'email', 'message'),
  },
  {
    name: 'WPForms that its server refuses with status 200',
    html: wpForm(`<div class="wpforms-field-container">${wpName}${wpEmail}${wpMessage}</div>${wpEnd}`),
    script: wpforms,
    pages: {
      '/wp-admin/admin-ajax.php': '{"success":false,"data":{"errors":{"general":{"footer":"Form token is invalid."}}}}',
    },
    fill: filledWp,
    submit: '#wpforms-submit-31',
    expected: 'no lead',
  },
]
