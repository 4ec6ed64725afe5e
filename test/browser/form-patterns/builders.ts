/** Site builders and content systems: what they render themselves, without anybody writing a form. */
import { type FormPattern, jQuery, jane, lead } from './pattern.ts'

const hubspotField = (name: string, label: string, input: string) => `
  <div class="hs_${name} hs-${name} hs-form-field"><label id="label-${name}-7d2a" class="" placeholder="Enter your ${label}" for="${name}-7d2a"><span>${label}</span><span class="hs-form-required">*</span></label><legend class="hs-field-desc" style="display: none"></legend><div class="input">${input}</div></div>`
const hubspotId = '7d2a0c11-8f3e-4b52-9d6a-0e5f3b9c1a77'
const hubspot = `
  <div id="hbspt-form-1" class="hbspt-form" data-hs-forms-root="true"><form id="hsForm_${hubspotId}" method="POST" accept-charset="UTF-8" enctype="multipart/form-data" novalidate action="https://forms.hsforms.com/submissions/v3/public/submit/formsnext/multipart/123456/${hubspotId}" class="hs-form-private hsForm_7d2a hs-form stacked" target="target_iframe_7d2a" data-form-id="${hubspotId}" data-portal-id="123456">
  <fieldset class="form-columns-2">${hubspotField('firstname', 'First name', '<input id="firstname-7d2a" name="firstname" required type="text" class="hs-input" inputmode="text" autocomplete="given-name" value="">')}${hubspotField('lastname', 'Last name', '<input id="lastname-7d2a" name="lastname" type="text" class="hs-input" autocomplete="family-name">')}</fieldset>
  <fieldset class="form-columns-1">${hubspotField('email', 'Email', '<input id="email-7d2a" name="email" required type="email" class="hs-input" inputmode="email" autocomplete="email">')}</fieldset>
  <fieldset class="form-columns-1">${hubspotField('company', 'Company name', '<input id="company-7d2a" name="company" type="text" class="hs-input" autocomplete="organization">')}</fieldset>
  <fieldset class="form-columns-1"><div class="legal-consent-container"><div class="hs_LEGAL_CONSENT hs-form-field"><div class="input"><ul class="inputs-list"><li class="hs-form-booleancheckbox"><label class="hs-form-booleancheckbox-display"><input class="hs-input" type="checkbox" name="LEGAL_CONSENT.subscription_type_9" id="LEGAL_CONSENT-7d2a" value="true"><span><p>I agree to receive other communications.</p></span></label></li></ul></div></div></div></fieldset>
  <div class="hs_submit hs-submit"><div class="hs-field-desc" style="display: none"></div><div class="actions"><input type="submit" class="hs-button primary large" value="Submit"></div></div>
  <input name="hs_context" type="hidden" value="{&quot;embedAtTimestamp&quot;:&quot;canary-hs-context&quot;}"><iframe name="target_iframe_7d2a" style="display: none"></iframe></form></div>`
const hubspotFilled = [
  ['#firstname-7d2a', jane.first],
  ['#lastname-7d2a', jane.last],
  ['#email-7d2a', jane.email],
  ['#company-7d2a', jane.company],
  ['#LEGAL_CONSENT-7d2a', true],
] as const
/** HubSpot's own check, then a request, then messages to the same window. */
const hubspotSends = (taken: boolean) => `
  document.querySelector('.hs-form').addEventListener('submit', async (event) => {
    event.preventDefault()
    const form = event.target
    const tell = (eventName, data) => window.postMessage({ type: 'hsFormCallback', eventName, id: '${hubspotId}', data }, '*')
    if (!${taken}) {
      form.insertAdjacentHTML('beforeend', '<div class="hs_error_rollup"><ul class="no-list hs-error-msgs"><li>Please change your email address to continue.</li></ul></div>')
      return tell('onFormFailedValidation')
    }
    tell('onBeforeFormSubmit', [])
    await fetch(form.action, { method: 'POST', body: new FormData(form) })
    tell('onFormSubmit', [])
    tell('onFormSubmitted', { redirectUrl: '', submissionValues: { email: form.elements.email.value } })
    form.replaceWith(Object.assign(document.createElement('div'), { className: 'submitted-message', textContent: 'Thanks for submitting the form.' }))
  })`

const powermail = (marker: string, label: string, input: string) => `
  <div class="powermail_fieldwrap powermail_fieldwrap_type_input powermail_fieldwrap_${marker} layout1"><label for="powermail_field_${marker}" class="powermail_label" title="">${label}<span class="mandatory">*</span></label><div class="powermail_field">${input}</div></div>`

const drupal = (kind: string, key: string, label: string, input: string) => `
  <div class="js-form-item form-item js-form-type-${kind} form-item-${key} js-form-item-${key}"><label for="edit-${key}" class="js-form-required form-required">${label}</label>${input}</div>`

const umbraco = (id: string, css: string, label: string, input: string) => `
  <div class="${css} umbraco-forms-field"><label for="${id}" class="umbraco-forms-label">${label}<span class="umbraco-forms-indicator">*</span></label><div class="umbraco-forms-field-wrapper">${input}<span class="field-validation-valid" data-valmsg-for="${id}" data-valmsg-replace="true"></span></div></div>`

export const builders: readonly FormPattern[] = [
  {
    name: 'Webflow',
    html: `<div class="w-form"><form id="wf-form-Contact-Form" name="wf-form-Contact-Form" data-name="Contact Form" method="get" data-wf-page-id="65f0" data-wf-element-id="9c3b" aria-label="Contact Form">
      <label for="name">Name</label><input class="w-input" maxlength="256" name="name" data-name="Name" placeholder="" type="text" id="name">
      <label for="email">Email Address</label><input class="w-input" maxlength="256" name="email" data-name="Email" placeholder="" type="email" id="email" required>
      <label for="field">Message</label><textarea class="w-input" id="field" name="field" maxlength="5000" data-name="Field"></textarea>
      <input type="submit" data-wait="Please wait..." class="w-button" value="Submit"></form>
      <div class="w-form-done" tabindex="-1" role="region" aria-label="Contact Form success" style="display: none"><div>Thank you! Your submission has been received!</div></div><div class="w-form-fail" style="display: none"><div>Oops! Something went wrong.</div></div></div>`,
    script: `${jQuery}
      $('.w-form form').on('submit', function (event) {
        event.preventDefault()
        const form = this
        const fields = new URLSearchParams()
        for (const { dataset, name, value } of form.elements) if (name) fields.append('fields[' + (dataset.name || name) + ']', value)
        $.ajax({ url: 'https://webflow.com/api/v1/form/65f0aa', data: String(fields), success() {
          form.style.display = 'none'
          form.parentNode.querySelector('.w-form-done').style.display = 'block'
        } })
      })`,
    elsewhere: { 'https://webflow.com/api/v1/form/65f0aa': '{"msg":"ok","code":200}' },
    fill: [
      ['#name', jane.name],
      ['#email', jane.email],
      ['#field', jane.message],
    ],
    submit: '.w-button',
    expected: lead(3, 'name', 'email', 'message'),
  },
  {
    name: 'Squarespace',
    html: `<div class="form-wrapper" id="form-submission-html"><form class="react-form-contents" data-form-id="641c" novalidate autocomplete="on"><div class="field-list">
      <fieldset id="name-yui_1" class="form-item fields name"><legend class="title">Name <span class="required" aria-hidden="true">(required)</span></legend>
        <div class="field first-name"><label class="caption" for="name-yui_1-fname-field"><div class="caption-text">First Name</div><input class="form-input-effects-border field-element field-control" id="name-yui_1-fname-field" name="fname" type="text" autocomplete="given-name" maxlength="30"></label></div>
        <div class="field last-name"><label class="caption" for="name-yui_1-lname-field"><div class="caption-text">Last Name</div><input class="field-element field-control" id="name-yui_1-lname-field" name="lname" type="text" autocomplete="family-name" maxlength="30"></label></div></fieldset>
      <div id="email-yui_2" class="form-item field email required"><label class="title" for="email-yui_2-field">Email <span class="description required">(required)</span></label><input class="field-element" id="email-yui_2-field" name="email" type="email" autocomplete="email" spellcheck="false"></div>
      <div id="textarea-yui_4" class="form-item field textarea"><label class="title" for="textarea-yui_4-field">Message</label><textarea class="field-element" id="textarea-yui_4-field" maxlength="2500"></textarea></div></div>
      <div data-animation-role="button" class="form-button-wrapper"><button class="button sqs-system-button sqs-editable-button form-submit-button sqs-button-element--primary" type="submit">Send</button></div></form></div>`,
    script: `
      document.querySelector('form').addEventListener('submit', async (event) => {
        event.preventDefault()
        const token = await (await fetch('/api/200/form/FormSubmissionKey', { method: 'POST' })).json()
        const form = Object.fromEntries([...event.target.querySelectorAll('.field-element')].map((at) => [at.id, at.value]))
        const answer = await fetch('/api/200/form/SaveFormSubmission', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token, form: JSON.stringify(form), contentSource: 'c' }) })
        if (answer.ok) document.querySelector('.form-wrapper').innerHTML = '<div class="form-submission-text">Thank you!</div>'
      })`,
    fill: [
      ['[name=fname]', jane.first],
      ['[name=lname]', jane.last],
      ['[name=email]', jane.email],
      ['#textarea-yui_4-field', jane.message],
    ],
    submit: '.form-submit-button',
    expected: lead(4, 'name', 'email', 'message'),
  },
  {
    name: 'Wix, whose button stops the event',
    html: `<form id="comp-lk9" class="JVi7i2 comp-lk9 wixui-form" data-testid="form"><div class="mesh">
      <div id="comp-a1" class="wixui-text-input"><label for="input_comp-a1" class="wixui-text-input__label">First name</label><div class="XRJUI9"><input name="first-name" id="input_comp-a1" class="KvoMHf has-custom-focus wixui-text-input__input" type="text" autocomplete="off" value="" maxlength="100"></div></div>
      <div id="comp-a2"><label for="input_comp-a2" class="wixui-text-input__label">Last name</label><div><input name="last-name" id="input_comp-a2" class="wixui-text-input__input" type="text" value="" maxlength="100"></div></div>
      <div id="comp-a3"><label for="input_comp-a3" class="wixui-text-input__label">Email</label><div><input name="email" id="input_comp-a3" class="wixui-text-input__input" type="email" placeholder="" required aria-required="true" pattern="^.+@.+\\.[a-zA-Z]{2,63}$" maxlength="250"></div></div>
      <div id="comp-a4"><label for="textarea_comp-a4" class="wixui-text-box__label">Write a message</label><textarea id="textarea_comp-a4" class="wixui-text-box__input" rows="1"></textarea></div>
      <div class="R6ex7N" id="comp-a5" aria-disabled="false"><button aria-disabled="false" class="kuTaGy wixui-button" aria-label="Submit" type="submit"><span class="M3I7Z2 wixui-button__label">Submit</span></button></div></div></form>`,
    script: `
      document.querySelector('#comp-lk9').addEventListener('submit', (event) => {
        event.preventDefault()
        event.stopImmediatePropagation()
        const submissions = Object.fromEntries([...event.target.elements].filter((at) => at.id).map((at) => [at.id, at.value]))
        fetch('/api/200/_api/form-submission-service/v4/submissions', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ submission: { formId: 'a7', submissions } }) })
      }, true)`,
    fill: [
      ['#input_comp-a1', jane.first],
      ['#input_comp-a2', jane.last],
      ['#input_comp-a3', jane.email],
      ['#textarea_comp-a4', jane.message],
    ],
    submit: '.wixui-button',
    expected: lead(4, 'name', 'email', 'message'),
  },
  {
    name: 'Shopify contact page',
    html: `<form method="post" action="/contact#ContactForm" id="ContactForm" accept-charset="UTF-8" class="isolate"><input type="hidden" name="form_type" value="contact"><input type="hidden" name="utf8" value="✓"><h2 class="title">Contact form</h2>
      <div class="contact__fields"><div class="field"><input class="field__input" autocomplete="name" type="text" id="ContactForm-name" name="contact[Name]" value="" placeholder="Name"><label class="field__label" for="ContactForm-name">Name</label></div>
      <div class="field field--with-error"><input autocomplete="email" type="email" id="ContactForm-email" class="field__input" name="contact[email]" spellcheck="false" autocapitalize="off" value="" aria-required="true" placeholder="Email"><label class="field__label" for="ContactForm-email">Email <span aria-hidden="true">*</span></label></div></div>
      <div class="field"><input type="tel" id="ContactForm-phone" class="field__input" autocomplete="tel" name="contact[Phone number]" pattern="[0-9 +\\-]*" value="" placeholder="Phone number"><label class="field__label" for="ContactForm-phone">Phone number</label></div>
      <div class="field"><textarea rows="10" id="ContactForm-body" class="text-area field__input" name="contact[Comment]" placeholder="Comment"></textarea><label class="form__label field__label" for="ContactForm-body">Comment</label></div>
      <div class="contact__button"><button type="submit" class="button">Send</button></div></form>`,
    fill: [
      ['#ContactForm-name', jane.name],
      ['#ContactForm-email', jane.email],
      ['#ContactForm-phone', jane.phone],
      ['#ContactForm-body', jane.message],
    ],
    submit: 'button[type=submit]',
    expected: lead(4, 'name', 'email', 'phone', 'message'),
  },
  {
    name: 'HubSpot form in the page',
    html: hubspot,
    script: hubspotSends(true),
    elsewhere: {
      [`https://forms.hsforms.com/submissions/v3/public/submit/formsnext/multipart/123456/${hubspotId}`]:
        '{"inlineMessage":"Thanks"}',
    },
    fill: hubspotFilled,
    submit: '.hs-button',
    expected: lead(5, 'name', 'email', 'company'),
    canaries: ['canary-hs-context'],
  },
  {
    name: 'HubSpot form that its own check refuses',
    html: hubspot,
    script: hubspotSends(false),
    fill: hubspotFilled,
    submit: '.hs-button',
    expected: 'no lead',
  },
  {
    name: 'Mautic, sent by a script into a frame that reports back',
    html: `<div id="mauticform_wrapper_contactus" class="mauticform_wrapper"><form autocomplete="false" role="form" method="post" action="/form/submit?formId=3" id="mauticform_contactus" data-mautic-form="contactus" enctype="multipart/form-data" target="mauticiframe_contactus"><div class="mauticform-error" id="mauticform_contactus_error"></div><div class="mauticform-message" id="mauticform_contactus_message"></div><div class="mauticform-innerform"><div class="mauticform-page-wrapper mauticform-page-1" data-mautic-form-page="1">
      <div id="mauticform_contactus_f_name" data-validate="f_name" data-validation-type="text" class="mauticform-row mauticform-text mauticform-required"><label id="mauticform_label_contactus_f_name" for="mauticform_input_contactus_f_name" class="mauticform-label">Your name</label><input id="mauticform_input_contactus_f_name" name="mauticform[f_name]" value="" class="mauticform-input" type="text"><span class="mauticform-errormsg" style="display: none">This is required.</span></div>
      <div id="mauticform_contactus_email" class="mauticform-row mauticform-email"><label for="mauticform_input_contactus_email" class="mauticform-label">Email</label><input id="mauticform_input_contactus_email" name="mauticform[email]" value="" class="mauticform-input" type="email"></div>
      <div id="mauticform_contactus_company" class="mauticform-row mauticform-text"><label for="mauticform_input_contactus_company" class="mauticform-label">Organisation</label><input id="mauticform_input_contactus_company" name="mauticform[company]" class="mauticform-input" type="text"></div>
      <div class="mauticform-row mauticform-button-wrapper"><button type="submit" name="mauticform[submit]" id="mauticform_input_contactus_submit" value="" class="mauticform-button btn btn-default">Submit</button></div></div></div>
      <input type="hidden" name="mauticform[formId]" value="3"><input type="hidden" name="mauticform[return]" value=""><input type="hidden" name="mauticform[formName]" value="contactus"></form></div>`,
    script: `
      const form = document.getElementById('mauticform_contactus')
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        form.insertAdjacentHTML('afterend', '<iframe name="mauticiframe_contactus" id="mauticiframe_contactus" style="display: none"></iframe>')
        form.insertAdjacentHTML('beforeend', '<input type="hidden" name="mauticform[messenger]" value="1">')
        form.submit()
      })
      addEventListener('message', ({ data }) => {
        const said = typeof data === 'string' && data[0] === '{' ? JSON.parse(data) : {}
        if (said.formName !== 'contactus') return
        document.getElementById('mauticform_contactus_message').innerHTML = said.successMessage
        form.reset()
      })`,
    pages: {
      '/form/submit':
        '<!doctype html><script>parent.postMessage(JSON.stringify({ success: 1, formName: "contactus", type: "confirm", successMessage: "Thank you" }), "*")</script>',
    },
    fill: [
      ['[name="mauticform[f_name]"]', jane.name],
      ['[name="mauticform[email]"]', jane.email],
      ['[name="mauticform[company]"]', jane.company],
    ],
    submit: '.mauticform-button',
    expected: lead(3, 'name', 'email', 'company'),
  },
  {
    name: 'Framer',
    html: `<form class="framer-1x2y3z" data-framer-name="Form">
      <label class="framer-a"><div class="framer-b" data-framer-component-type="RichTextContainer"><p class="framer-text">Name</p></div><div class="framer-form-text-input framer-form-input-wrapper"><input type="text" required name="Name" placeholder="Jane Smith" class="framer-form-input framer-form-input-empty" value=""></div></label>
      <label class="framer-a"><div class="framer-b"><p class="framer-text">Email</p></div><div class="framer-form-text-input"><input type="email" required name="Email" placeholder="jane@framer.com" class="framer-form-input" value=""></div></label>
      <label class="framer-a"><div class="framer-b"><p class="framer-text">Location</p></div><div class="framer-form-input-wrapper"><select name="Location" class="framer-form-input"><option disabled value="">Select…</option><option value="US">United States</option><option value="EU">Europe</option></select></div></label>
      <label class="framer-a"><div class="framer-b"><p class="framer-text">Message</p></div><div><textarea required name="Message" placeholder="Your message here" class="framer-form-input"></textarea></div></label>
      <div class="framer-c"><button type="submit" class="framer-d" data-reset="button"><div><p class="framer-text">Submit</p></div></button></div></form>`,
    script: `
      document.querySelector('form').addEventListener('submit', async (event) => {
        event.preventDefault()
        const button = event.target.querySelector('button')
        button.disabled = true
        await fetch('https://api.framer.com/forms/v1/forms/b1c2/submit', { method: 'POST', body: new FormData(event.target), headers: { 'Framer-Site-Id': 'f00', 'Framer-POW': '12:34' } })
        location.hash = 'done'
      })`,
    elsewhere: { 'https://api.framer.com/forms/v1/forms/b1c2/submit': '' },
    fill: [
      ['[name=Name]', jane.name],
      ['[name=Email]', jane.email],
      ['[name=Location]', 'EU'],
      ['[name=Message]', jane.message],
    ],
    submit: 'button',
    expected: lead(4, 'name', 'email', 'message'),
  },
  {
    name: 'Umbraco Forms, whose fields are named by GUIDs',
    html: `<div id="umbraco_form_e2a4c7" class="umbraco-forms-form contactform umbraco-forms-theme"><form action="/thanks" enctype="multipart/form-data" id="forme2a4c7" method="post"><input data-val="true" name="FormId" type="hidden" value="e2a4c7d0"><input name="RecordId" type="hidden" value="canary-umbraco-record"><input type="hidden" name="__prevent" value="">
      <div class="umbraco-forms-page" id="a1"><h4 class="umbraco-forms-caption">Contact</h4><fieldset class="umbraco-forms-fieldset" id="f1"><legend>Your details</legend><div class="row-fluid"><div class="umbraco-forms-container col-md-12">
      ${umbraco('07d5c3a1-9b1e-4a59-8a0f-2e5d2c6f0001', 'name shortanswer mandatory', 'Name', '<input type="text" name="07d5c3a1-9b1e-4a59-8a0f-2e5d2c6f0001" id="07d5c3a1-9b1e-4a59-8a0f-2e5d2c6f0001" data-umb="x" class="text" value="" maxlength="255" data-val="true">')}
      ${umbraco('07d5c3a1-9b1e-4a59-8a0f-2e5d2c6f0002', 'email shortanswer mandatory', 'E-mail', '<input type="text" name="07d5c3a1-9b1e-4a59-8a0f-2e5d2c6f0002" id="07d5c3a1-9b1e-4a59-8a0f-2e5d2c6f0002" class="text" data-val-regex="Not an e-mail">')}
      ${umbraco('07d5c3a1-9b1e-4a59-8a0f-2e5d2c6f0003', 'message longanswer', 'Message', '<textarea class="" name="07d5c3a1-9b1e-4a59-8a0f-2e5d2c6f0003" id="07d5c3a1-9b1e-4a59-8a0f-2e5d2c6f0003" rows="2" cols="20"></textarea>')}
      ${umbraco('07d5c3a1-9b1e-4a59-8a0f-2e5d2c6f0004', 'dataconsent', 'Consent', '<input type="checkbox" name="07d5c3a1-9b1e-4a59-8a0f-2e5d2c6f0004" id="07d5c3a1-9b1e-4a59-8a0f-2e5d2c6f0004" value="true"><input type="hidden" name="07d5c3a1-9b1e-4a59-8a0f-2e5d2c6f0004" value="false">')}
      </div></div></fieldset><div style="display: none" aria-hidden="true"><input type="text" name="e2a4c7d09b"></div>
      <div class="umbraco-forms-navigation row-fluid"><div class="col-md-12"><input type="submit" class="btn primary" value="Send" name="__next" data-umb="submit-forms-form"></div></div></div><input type="hidden" name="__RequestVerificationToken" value="canary-verification"></form></div>`,
    fill: [
      ['[id$="0001"]', jane.name],
      ['[id$="0002"]', jane.email],
      ['[id$="0003"]', jane.message],
      ['[id$="0004"]', true],
    ],
    submit: '[name=__next]',
    expected: lead(4, 'name', 'email', 'message'),
    canaries: ['canary-umbraco-record', 'canary-verification'],
  },
  {
    name: 'TYPO3 powermail',
    html: `<div class="tx-powermail"><div class="container-fluid"><form data-powermail-validate="data-powermail-validate" novalidate enctype="multipart/form-data" method="post" name="field" class="powermail_form powermail_form_2 nolabel" action="/kontakt?tx_powermail_pi1%5Baction%5D=checkCreate&amp;cHash=1f"><div class="d-none"><input type="hidden" name="tx_powermail_pi1[__referrer][@extension]" value="Powermail"><input type="hidden" name="tx_powermail_pi1[__trustedProperties]" value="canary-trusted"></div>
      <h3>Kontakt</h3><fieldset class="powermail_fieldset powermail_fieldset_2"><legend class="powermail_legend">Kontaktformular</legend><div class="row">
      ${powermail('vorname', 'Vorname', '<input class="powermail_input form-control" id="powermail_field_vorname" data-powermail-required="true" type="text" name="tx_powermail_pi1[field][vorname]" value="">')}
      ${powermail('nachname', 'Nachname', '<input class="powermail_input form-control" id="powermail_field_nachname" type="text" name="tx_powermail_pi1[field][nachname]" value="">')}
      ${powermail('email', 'E-Mail', '<input class="powermail_input form-control" id="powermail_field_email" type="email" name="tx_powermail_pi1[field][email]" value="">')}
      ${powermail('firma', 'Firma', '<input class="powermail_input form-control" id="powermail_field_firma" type="text" name="tx_powermail_pi1[field][firma]" value="">')}
      ${powermail('nachricht', 'Ihre Nachricht', '<textarea class="powermail_textarea form-control" rows="5" cols="20" id="powermail_field_nachricht" name="tx_powermail_pi1[field][nachricht]"></textarea>')}
      ${powermail('datenschutz', 'Datenschutz', '<div class="checkbox"><label><input class="powermail_checkbox powermail_checkbox_9" id="powermail_field_datenschutz" type="checkbox" name="tx_powermail_pi1[field][datenschutz][]" value="gelesen">Ich habe die Datenschutzerklärung gelesen.</label></div>')}
      </div></fieldset><div class="powermail_fieldwrap_type_submit"><button class="btn btn-primary" type="submit">Absenden</button></div><input type="hidden" name="tx_powermail_pi1[mail][form]" value="2"><div style="margin-left: -99999px; position: absolute"><label for="powermail_hp_2">Bitte dieses Feld nicht ausfüllen!</label><input autocomplete="new-powermail-hp" aria-hidden="true" id="powermail_hp_2" tabindex="-1" type="text" name="tx_powermail_pi1[field][__hp]" value=""></div></form></div></div>`,
    fill: [
      ['#powermail_field_vorname', jane.first],
      ['#powermail_field_nachname', jane.last],
      ['#powermail_field_email', jane.email],
      ['#powermail_field_firma', jane.company],
      ['#powermail_field_nachricht', jane.message],
      ['#powermail_field_datenschutz', true],
    ],
    submit: '.btn-primary',
    expected: lead(6, 'name', 'email', 'company', 'message'),
    canaries: ['canary-trusted'],
  },
  {
    name: 'Drupal Webform',
    html: `<form class="webform-submission-form webform-submission-add-form webform-submission-contact-form js-webform-details-toggle" data-drupal-selector="webform-submission-contact-node-1-add-form" action="/thanks" method="post" id="webform-submission-contact-node-1-add-form" accept-charset="UTF-8">
      ${drupal('textfield', 'name', 'Your Name', '<input data-drupal-selector="edit-name" type="text" id="edit-name" name="name" value="" size="60" maxlength="255" class="form-text required" required="required">')}
      ${drupal('email', 'email', 'Your Email', '<input data-drupal-selector="edit-email" type="email" id="edit-email" name="email" value="" size="60" maxlength="254" class="form-email required" required="required">')}
      ${drupal('textfield', 'subject', 'Subject', '<input data-drupal-selector="edit-subject" type="text" id="edit-subject" name="subject" value="" class="form-text required">')}
      ${drupal('textarea', 'message', 'Message', '<div class="form-textarea-wrapper"><textarea data-drupal-selector="edit-message" id="edit-message" name="message" rows="5" cols="60" class="form-textarea resize-vertical"></textarea></div>')}
      <div data-drupal-selector="edit-actions" class="form-actions webform-actions js-form-wrapper form-wrapper" id="edit-actions"><input class="webform-button--submit button button--primary js-form-submit form-submit" type="submit" id="edit-submit" name="op" value="Send message"></div>
      <input autocomplete="off" type="hidden" name="form_build_id" value="canary-form-build"><input type="hidden" name="form_id" value="webform_submission_contact_node_1_add_form"><div class="url-textfield js-form-wrapper form-wrapper" style="display: none !important"><div class="js-form-item form-item form-item-url form-no-label"><label for="edit-url">Leave this field blank</label><input autocomplete="off" type="text" id="edit-url" name="url" value="" size="20" maxlength="128" class="form-text"></div></div></form>`,
    fill: [
      ['#edit-name', jane.name],
      ['#edit-email', jane.email],
      ['#edit-subject', 'Slurry in the basin'],
      ['#edit-message', jane.message],
    ],
    submit: '#edit-submit',
    expected: lead(4, 'name', 'email', 'message'),
    canaries: ['canary-form-build'],
  },
  {
    name: 'Joomla contact',
    html: `<div class="com-contact__form contact-form"><form id="contact-form" action="/thanks" method="post" class="form-validate form-horizontal well"><fieldset class="m-0"><legend>Send an Email</legend>
      <div class="control-group"><div class="control-label"><label id="jform_contact_name-lbl" for="jform_contact_name" class="required">Name<span class="star" aria-hidden="true">&nbsp;*</span></label></div><div class="controls"><input type="text" name="jform[contact_name]" id="jform_contact_name" value="" class="form-control required" size="30" required></div></div>
      <div class="control-group"><div class="control-label"><label id="jform_contact_email-lbl" for="jform_contact_email" class="required">Email<span class="star" aria-hidden="true">&nbsp;*</span></label></div><div class="controls"><input type="email" inputmode="email" name="jform[contact_email]" class="form-control validate-email required" id="jform_contact_email" value="" size="30" autocomplete="email" required></div></div>
      <div class="control-group"><div class="control-label"><label for="jform_contact_emailmsg" class="required">Subject</label></div><div class="controls"><input type="text" name="jform[contact_subject]" id="jform_contact_emailmsg" value="" class="form-control required" size="60" required></div></div>
      <div class="control-group"><div class="control-label"><label for="jform_contact_message" class="required">Message</label></div><div class="controls"><textarea name="jform[contact_message]" id="jform_contact_message" cols="50" rows="10" class="form-control required" required></textarea></div></div>
      <div class="control-group"><div class="controls"><div class="form-check"><input type="checkbox" name="jform[contact_email_copy]" id="jform_contact_email_copy" value="1" class="form-check-input"><label for="jform_contact_email_copy" class="form-check-label">Send a copy to yourself</label></div></div></div></fieldset>
      <div class="control-group"><div class="controls"><button class="btn btn-primary validate" type="submit">Send Email</button><input type="hidden" name="option" value="com_contact"><input type="hidden" name="task" value="contact.submit"><input type="hidden" name="canary3joomla7token" value="1"></div></div></form></div>`,
    fill: [
      ['#jform_contact_name', jane.name],
      ['#jform_contact_email', jane.email],
      ['#jform_contact_emailmsg', 'Slurry in the basin'],
      ['#jform_contact_message', jane.message],
      ['#jform_contact_email_copy', true],
    ],
    submit: 'button.validate',
    expected: lead(5, 'name', 'email', 'message'),
    canaries: ['canary3joomla7token'],
  },
]
