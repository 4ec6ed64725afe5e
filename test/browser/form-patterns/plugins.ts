/** Other form plug-ins and page builders of WordPress, all sending by AJAX in ways of their own. */
import { type FormPattern, jQuery, jane, lead } from './pattern.ts'

/** jQuery's usual way: the handler answers false, the answer says whether it was taken, the form makes room for thanks. */
const admin = (selector: string, success: string, failed = '') => `${jQuery}
  $('${selector}').on('submit', function () {
    const form = this
    $.ajax({ url: '/wp-admin/admin-ajax.php', data: $(form).serialize(), success(answer) {
      if (answer.success) { ${success} } else { ${failed} }
    } })
    return false
  })`
const taken = {
  '/wp-admin/admin-ajax.php': '{"success":true,"data":{"message":"Your submission was successful.","data":[]}}',
}

const ninjaField = (id: number, type: string, label: string, input: string) => `
  <nf-field><div id="nf-field-${id}-container" class="nf-field-container ${type}-container label-above"><div class="nf-field"><div id="nf-field-${id}-wrap" class="field-wrap ${type}-wrap" data-field-id="${id}">
    <div class="nf-field-label"><label for="nf-field-${id}" id="nf-label-field-${id}">${label} <span class="ninja-forms-req-symbol">*</span></label></div>
    <div class="nf-field-element">${input}</div></div></div></div></nf-field>`

const elementorField = (id: string, type: string, label: string, input: string) => `
  <div class="elementor-field-type-${type} elementor-field-group elementor-column elementor-field-group-${id} elementor-col-100 elementor-field-required"><label for="form-field-${id}" class="elementor-field-label">${label}</label>${input}</div>`
const elementor = `
  <div class="elementor-element elementor-widget elementor-widget-form" data-widget_type="form.default"><div class="elementor-widget-container">
  <form class="elementor-form" method="post" name="Contact page" aria-label="Contact page">
    <input type="hidden" name="post_id" value="84"><input type="hidden" name="form_id" value="3f1a2b4"><input type="hidden" name="referer_title" value="canary-referer-title">
    <div class="elementor-form-fields-wrapper elementor-labels-above">
      ${elementorField('name', 'text', 'Name', '<input size="1" type="text" name="form_fields[name]" id="form-field-name" class="elementor-field elementor-field-textual" placeholder="Your name">')}
      ${elementorField('email', 'email', 'Email', '<input size="1" type="email" name="form_fields[email]" id="form-field-email" class="elementor-field elementor-field-textual" required>')}
      ${elementorField('field_6c1d', 'tel', 'Phone', '<input size="1" type="tel" name="form_fields[field_6c1d]" id="form-field-field_6c1d" class="elementor-field elementor-field-textual" pattern="[0-9()#&amp;+*=.\\- ]+">')}
      ${elementorField('message', 'textarea', 'Message', '<textarea class="elementor-field-textual elementor-field" name="form_fields[message]" id="form-field-message" rows="4"></textarea>')}
      <div class="elementor-field-type-text elementor-field-group elementor-field-group-field_hp" style="display: none !important"><input size="1" type="text" name="form_fields[field_hp]" id="form-field-field_hp" class="elementor-field" style="display: none !important"></div>
      <div class="elementor-field-group elementor-field-type-submit e-form__buttons"><button class="elementor-button elementor-size-sm" type="submit"><span class="elementor-button-text">Send</span></button></div>
    </div></form></div></div>`
const elementorSends = admin(
  '.elementor-form',
  `$(form).trigger('submit_success', [answer.data]); form.reset()
   form.insertAdjacentHTML('beforeend', '<div class="elementor-message elementor-message-success" role="alert">' + answer.data.message + '</div>')`,
  `$(form).trigger('error')
   form.insertAdjacentHTML('beforeend', '<div class="elementor-message elementor-message-danger" role="alert">Your submission failed because of an error.</div>')`,
)
const elementorFilled = [
  ['#form-field-name', jane.name],
  ['#form-field-email', jane.email],
  ['#form-field-field_6c1d', jane.phone],
  ['#form-field-message', jane.message],
] as const

export const plugins: readonly FormPattern[] = [
  {
    name: 'Ninja Forms',
    html: `<noscript class="ninja-forms-noscript-message">Notice: JavaScript is required for this content.</noscript>
      <div id="nf-form-2-cont" class="nf-form-cont"><div class="nf-form-wrap ninja-forms-form-wrap"><div class="nf-form-layout"><form><div><div class="nf-before-form-content"></div><div class="nf-form-content">
      ${ninjaField(5, 'textbox', 'Name', '<input type="text" value="" class="ninja-forms-field nf-element" id="nf-field-5" name="nf-field-5-textbox" autocomplete="name" aria-labelledby="nf-label-field-5">')}
      ${ninjaField(6, 'email', 'Email', '<input type="email" value="" class="ninja-forms-field nf-element" id="nf-field-6" name="email" autocomplete="email" aria-labelledby="nf-label-field-6">')}
      ${ninjaField(7, 'textarea', 'Message', '<textarea id="nf-field-7" name="nf-field-7" class="ninja-forms-field nf-element" aria-labelledby="nf-label-field-7"></textarea>')}
      <div class="nf-field-container submit-container"><input id="nf-field-8" class="ninja-forms-field nf-element" type="submit" value="Submit"></div>
      </div></div></form></div></div></div>`,
    script: `${jQuery}
      $('#nf-form-2-cont form').on('submit', function () {
        const fields = Object.fromEntries([...this.querySelectorAll('.nf-element')].map((at) => [at.id.slice(9), { value: at.value }]))
        const formData = new URLSearchParams({ action: 'nf_ajax_submit', formData: JSON.stringify({ id: 2, fields }) })
        $.ajax({ url: '/wp-admin/admin-ajax.php', data: String(formData), success: (response) => {
          $(document).trigger('nfFormSubmitResponse', [{ response, id: 2 }])
          this.innerHTML = '<div class="nf-response-msg"><p>Form submitted successfully.</p></div>'
        } })
        return false
      })`,
    pages: {
      '/wp-admin/admin-ajax.php': '{"data":{"form_id":"2","actions":{"success_message":"ok"}},"errors":[],"debug":[]}',
    },
    fill: [
      ['#nf-field-5', jane.name],
      ['#nf-field-6', jane.email],
      ['#nf-field-7', jane.message],
    ],
    submit: '#nf-field-8',
    expected: lead(3, 'name', 'email', 'message'),
  },
  {
    name: 'Formidable Forms',
    html: `<div class="frm_forms with_frm_style frm_style_formidable-style" id="frm_form_3_container"><form enctype="multipart/form-data" method="post" class="frm-show-form frm_js_validate frm_ajax_submit frm_pro_form" id="form_contact-form">
      <div class="frm_form_fields"><fieldset><legend class="frm_screen_reader">Contact Us</legend><div class="frm_fields_container">
      <input type="hidden" name="frm_action" value="create"><input type="hidden" name="form_id" value="3"><input type="hidden" name="frm_submit_entry_3" value="canary-frm-nonce">
      <div id="frm_field_8_container" class="frm_form_field form-field frm_required_field frm_first frm6"><label for="field_qh4icy" id="field_qh4icy_label" class="frm_primary_label">Name <span class="frm_required" aria-hidden="true">*</span></label><input type="text" id="field_qh4icy" name="item_meta[8]" value="" data-reqmsg="Name cannot be blank."><div class="frm_description">First</div></div>
      <div id="frm_field_9_container" class="frm_form_field form-field frm6"><label for="field_ocfup1" class="frm_primary_label">Last <span class="frm_required" aria-hidden="true">*</span></label><input type="text" id="field_ocfup1" name="item_meta[9]" autocomplete="family-name"><div class="frm_description">Last</div></div>
      <div id="frm_field_10_container" class="frm_form_field form-field"><label for="field_29yf4d" class="frm_primary_label">Email <span class="frm_required" aria-hidden="true">*</span></label><input type="email" id="field_29yf4d" name="item_meta[10]"></div>
      <div id="frm_field_12_container" class="frm_form_field form-field"><label for="field_9jv0r1" class="frm_primary_label">Message</label><textarea name="item_meta[12]" id="field_9jv0r1" rows="5"></textarea></div>
      <div id="frm_field_14_container"><label for="frm_email_3">If you are human, leave this field blank.</label><input id="frm_email_3" type="text" class="frm_verify" name="frm_verify" value="" autocomplete="off" style="position: absolute; left: -3000px"></div>
      <div class="frm_submit"><button class="frm_button_submit frm_final_submit" type="submit" formnovalidate="formnovalidate">Submit</button></div></div></fieldset></div></form></div>`,
    script: admin(
      '.frm-show-form',
      `$(document).trigger('frmFormComplete', [form, answer]); form.innerHTML = '<div class="frm_message" role="status"><p>Your responses were successfully submitted.</p></div>'`,
    ),
    pages: taken,
    fill: [
      ['#field_qh4icy', jane.first],
      ['#field_ocfup1', jane.last],
      ['#field_29yf4d', jane.email],
      ['#field_9jv0r1', jane.message],
    ],
    submit: '.frm_final_submit',
    expected: lead(4, 'name', 'email', 'message'),
    canaries: ['canary-frm-nonce'],
  },
  {
    name: 'Fluent Forms',
    html: `<div class="fluentform ff-default fluentform_wrapper_1"><form data-form_id="1" id="fluentform_1" class="frm-fluent-form fluent_form_1 ff-el-form-top ff-form-loaded" data-form_instance="ff_form_instance_1_1" method="POST"><fieldset style="border: none; margin: 0; padding: 0"><legend class="ff_screen_reader_title">Contact Form Demo</legend>
      <input type="hidden" name="__fluent_form_embded_post_id" value="9"><input type="hidden" id="_fluentform_1_fluentformnonce" name="_fluentform_1_fluentformnonce" value="canary-ff-nonce">
      <div data-type="name-element" data-name="names" class="ff-field_container ff-name-field-wrapper"><div class="ff-t-container">
        <div class="ff-t-cell"><div class="ff-el-group"><div class="ff-el-input--label asterisk-right"><label for="ff_1_names_first_name_">First Name</label></div><div class="ff-el-input--content"><input type="text" name="names[first_name]" id="ff_1_names_first_name_" class="ff-el-form-control" placeholder="First Name"></div></div></div>
        <div class="ff-t-cell"><div class="ff-el-group"><div class="ff-el-input--label"><label for="ff_1_names_last_name_">Last Name</label></div><div class="ff-el-input--content"><input type="text" name="names[last_name]" id="ff_1_names_last_name_" class="ff-el-form-control" placeholder="Last Name"></div></div></div></div></div>
      <div class="ff-el-group"><div class="ff-el-input--label ff-el-is-required asterisk-right"><label for="ff_1_email" aria-label="Email">Email</label></div><div class="ff-el-input--content"><input type="email" name="email" id="ff_1_email" class="ff-el-form-control" placeholder="Email Address" data-name="email" aria-required="true"></div></div>
      <div class="ff-el-group"><div class="ff-el-input--label"><label for="ff_1_subject">Subject</label></div><div class="ff-el-input--content"><input type="text" name="subject" class="ff-el-form-control" placeholder="Subject" data-name="subject" id="ff_1_subject"></div></div>
      <div class="ff-el-group"><div class="ff-el-input--label"><label for="ff_1_message">Your Message</label></div><div class="ff-el-input--content"><textarea name="message" id="ff_1_message" class="ff-el-form-control" rows="4" data-name="message"></textarea></div></div>
      <div style="display: none !important; position: absolute !important; transform: translate(1000%, -1000%)" class="ff-el-group ff-hpsf-container"><div class="ff-el-input--label"><label for="ff_1_item_sf" aria-label="Newsletter">Newsletter</label></div><input type="text" name="item_1__fluent_sf" id="ff_1_item_sf" class="ff-el-form-control" autocomplete="new-password" tabindex="-1"></div>
      <div class="ff-el-group ff-text-left ff_submit_btn_wrapper"><button type="submit" class="ff-btn ff-btn-submit ff-btn-md">Submit Form</button></div></fieldset></form><div id="fluentform_1_errors" class="ff-errors-in-stack"></div></div>`,
    script: admin(
      '.frm-fluent-form',
      `$(document.body).trigger('fluentform_submission_success', [{ form, response: answer }]); form.style.display = 'none'
       form.insertAdjacentHTML('afterend', '<div id="fluentform_1_success" class="ff-message-success">Thank you.</div>')`,
    ),
    pages: taken,
    fill: [
      ['#ff_1_names_first_name_', jane.first],
      ['#ff_1_names_last_name_', jane.last],
      ['#ff_1_email', jane.email],
      ['#ff_1_subject', 'Slurry in the basin'],
      ['#ff_1_message', jane.message],
    ],
    submit: '.ff-btn-submit',
    expected: lead(5, 'name', 'email', 'message'),
    canaries: ['canary-ff-nonce'],
  },
  {
    name: 'Elementor',
    html: elementor,
    script: elementorSends,
    pages: taken,
    fill: elementorFilled,
    submit: '.elementor-button',
    expected: lead(4, 'name', 'email', 'phone', 'message'),
    canaries: ['canary-referer-title'],
  },
  {
    name: 'Elementor that its server refuses with status 200',
    html: elementor,
    script: elementorSends,
    pages: {
      '/wp-admin/admin-ajax.php':
        '{"success":false,"data":{"message":"Your submission failed because of an error.","errors":{"email":"This field is required."}}}',
    },
    fill: elementorFilled,
    submit: '.elementor-button',
    expected: 'no lead',
  },
  {
    name: 'Divi',
    html: `<div id="et_pb_contact_form_0" class="et_pb_module et_pb_contact_form_0 et_pb_contact_form_container clearfix" data-form_unique_num="0"><h2 class="et_pb_contact_main_title">Get in touch</h2><div class="et-pb-contact-message"></div><div class="et_pb_contact">
      <form class="et_pb_contact_form clearfix" method="post" action="/thanks">
      <p class="et_pb_contact_field et_pb_contact_field_0 et_pb_contact_field_half" data-id="name" data-type="input"><label for="et_pb_contact_name_0" class="et_pb_contact_form_label">Name</label><input type="text" id="et_pb_contact_name_0" class="input" value="" name="et_pb_contact_name_0" data-required_mark="required" data-field_type="input" data-original_id="name" placeholder="Name"></p>
      <p class="et_pb_contact_field et_pb_contact_field_1" data-id="email" data-type="email"><label for="et_pb_contact_email_0" class="et_pb_contact_form_label">Email Address</label><input type="text" id="et_pb_contact_email_0" class="input" value="" name="et_pb_contact_email_0" data-field_type="email" data-original_id="email" placeholder="Email Address"></p>
      <p class="et_pb_contact_field et_pb_contact_field_2" data-id="message" data-type="text"><label for="et_pb_contact_message_0" class="et_pb_contact_form_label">Message</label><textarea name="et_pb_contact_message_0" id="et_pb_contact_message_0" class="et_pb_contact_message input" data-field_type="text" placeholder="Message"></textarea></p>
      <input type="hidden" value="et_contact_proccess" name="et_pb_contactform_submit_0"><div class="et_contact_bottom_container"><div class="et_pb_contact_right"><p class="clearfix"><span class="et_pb_contact_captcha_question">7 + 6</span> = <input type="text" size="2" class="input et_pb_contact_captcha" data-first_digit="7" data-second_digit="6" value="" name="et_pb_contact_captcha_0" autocomplete="off"></p></div><button type="submit" name="et_builder_submit_button" class="et_pb_contact_submit et_pb_button">Submit</button></div></form></div></div>`,
    script: `${jQuery}
      $('.et_pb_contact_form').on('submit', function (event) {
        event.preventDefault()
        if (document.querySelector('.et_pb_contact_captcha').value !== '13') return
        const request = new XMLHttpRequest()
        request.open('POST', location.href)
        request.onload = () => { document.querySelector('.et_pb_contact').innerHTML = ''; document.querySelector('.et-pb-contact-message').innerHTML = '<p>Thanks for contacting us</p>' }
        request.send(new URLSearchParams($(this).serialize()))
      })`,
    fill: [
      ['#et_pb_contact_name_0', jane.name],
      ['#et_pb_contact_email_0', jane.email],
      ['#et_pb_contact_message_0', jane.message],
      ['.et_pb_contact_captcha', '13'],
    ],
    submit: '.et_pb_contact_submit',
    // What proves somebody to be no robot is no answer of his.
    expected: lead(3, 'name', 'email', 'message'),
  },
  {
    name: 'Forminator',
    html: `<div class="forminator-ui forminator-custom-form forminator-custom-form-128 forminator-design--default"><form id="forminator-module-128" class="forminator-form" method="post" data-forminator-render="0" data-form-id="128" data-uid="6510a">
      <div role="alert" aria-live="polite" class="forminator-response-message forminator-error" aria-hidden="true"></div>
      <div class="forminator-row"><div id="name-1" class="forminator-field-name forminator-col forminator-col-12"><div class="forminator-field"><label for="forminator-field-name-1_6510a" id="forminator-field-name-1_6510a-label" class="forminator-label">First Name <span class="forminator-required">*</span></label><input type="text" name="name-1" value="" placeholder="E.g. John" id="forminator-field-name-1_6510a" class="forminator-input forminator-name--field" aria-required="true" autocomplete="name"></div></div></div>
      <div class="forminator-row"><div id="email-1" class="forminator-field-email forminator-col"><div class="forminator-field"><label for="forminator-field-email-1_6510a" class="forminator-label">Email Address</label><input type="email" name="email-1" value="" placeholder="E.g. john@doe.com" id="forminator-field-email-1_6510a" class="forminator-input forminator-email--field"></div></div></div>
      <div class="forminator-row"><div id="phone-1" class="forminator-field-phone forminator-col"><div class="forminator-field"><label for="forminator-field-phone-1_6510a" class="forminator-label">Phone Number</label><input type="text" name="phone-1" value="" placeholder="E.g. +1 300 400 5000" id="forminator-field-phone-1_6510a" class="forminator-input forminator-field--phone" autocomplete="off"></div></div></div>
      <div class="forminator-row"><div id="textarea-1" class="forminator-field-textarea forminator-col"><div class="forminator-field"><label for="forminator-field-textarea-1_6510a" class="forminator-label">Message</label><textarea name="textarea-1" placeholder="Enter your message..." id="forminator-field-textarea-1_6510a" class="forminator-textarea" rows="6"></textarea></div></div></div>
      <input type="hidden" name="referer_url" value=""><div class="forminator-row forminator-row-last"><div class="forminator-col"><div class="forminator-field"><button class="forminator-button forminator-button-submit"><span>Send Message</span><span aria-hidden="true"></span></button></div></div></div>
      <input type="hidden" id="forminator_nonce" name="forminator_nonce" value="canary-forminator"><input type="hidden" name="form_id" value="128"><input type="hidden" name="action" value="forminator_submit_form_custom-forms"></form></div>`,
    script: admin(
      '.forminator-form',
      `$(form).trigger('forminator:form:submit:success', [new FormData(form)]); form.reset()`,
    ),
    pages: taken,
    fill: [
      ['[name=name-1]', jane.first],
      ['[name=email-1]', jane.email],
      ['[name=phone-1]', jane.phone],
      ['[name=textarea-1]', jane.message],
    ],
    submit: '.forminator-button-submit',
    expected: { ...lead(4, 'email', 'phone', 'message'), name: jane.first },
    canaries: ['canary-forminator'],
  },
  {
    name: 'WS Form',
    html: `<form action="/wp-json/ws-form/v1/submit" class="wsf-form wsf-form-canvas" id="ws-form-1" data-id="1" data-instance-id="1" data-wsf-custom-form method="POST" novalidate="novalidate"><div class="wsf-groups"><div class="wsf-group wsf-tab-group-panel" id="wsf-1-group-1"><div class="wsf-sections"><fieldset class="wsf-section wsf-sortable" id="wsf-1-section-1"><legend>Your details</legend><div class="wsf-fields">
      <div class="wsf-tile wsf-field-wrapper" id="wsf-1-field-wrapper-1" data-type="text"><label id="wsf-1-label-1" for="wsf-1-field-1" class="wsf-label">First Name <span class="wsf-required-wrapper"><strong class="wsf-text-danger">*</strong></span></label><input type="text" id="wsf-1-field-1" name="field_1" class="wsf-field" data-label-inside="first name" required autocomplete="given-name"></div>
      <div class="wsf-tile wsf-field-wrapper" id="wsf-1-field-wrapper-2" data-type="text"><label for="wsf-1-field-2" class="wsf-label">Last Name</label><input type="text" id="wsf-1-field-2" name="field_2" class="wsf-field" autocomplete="family-name"></div>
      <div class="wsf-tile wsf-field-wrapper" id="wsf-1-field-wrapper-3" data-type="email"><label for="wsf-1-field-3" class="wsf-label">Email</label><input type="email" id="wsf-1-field-3" name="field_3" class="wsf-field" inputmode="email"></div>
      <div class="wsf-tile wsf-field-wrapper" id="wsf-1-field-wrapper-5" data-type="textarea"><label for="wsf-1-field-5" class="wsf-label">Inquiry</label><textarea id="wsf-1-field-5" name="field_5" class="wsf-field"></textarea></div>
      <div class="wsf-tile wsf-field-wrapper" data-type="checkbox"><fieldset class="wsf-fieldset"><legend class="wsf-label">GDPR</legend><div role="group"><div class="wsf-tile"><div data-row-checkbox><input type="checkbox" id="wsf-1-field-6-row-1" name="field_6[]" class="wsf-field" value="I agree"><label id="wsf-1-label-6-row-1" for="wsf-1-field-6-row-1" class="wsf-label">I agree to be contacted</label></div></div></div></fieldset></div>
      <div class="wsf-tile wsf-field-wrapper" data-type="submit"><button type="submit" id="wsf-1-field-7" name="field_7" class="wsf-button wsf-button-full wsf-button-primary">Submit</button></div></div></fieldset></div></div></div><input type="hidden" name="wsf_form_id" value="1"><input type="hidden" name="wsf_hash" value="canary-wsf-hash"></form>`,
    script: `${jQuery}
      $('.wsf-form').on('submit', function (event) {
        event.preventDefault()
        $.ajax({ url: '/wp-json/ws-form/v1/submit', data: new FormData(this), success: () => {
          $(document).trigger('wsf-submit-success', [{}, 1, 1, this])
          this.innerHTML = '<div class="wsf-alert wsf-alert-success" role="alert">Thank you for your inquiry.</div>'
        } })
      })`,
    pages: { '/wp-json/ws-form/v1/submit': '{"error":false,"data":{"hash":"x"}}' },
    fill: [
      ['#wsf-1-field-1', jane.first],
      ['#wsf-1-field-2', jane.last],
      ['#wsf-1-field-3', jane.email],
      ['#wsf-1-field-5', jane.message],
      ['#wsf-1-field-6-row-1', true],
    ],
    submit: '#wsf-1-field-7',
    expected: lead(5, 'name', 'email', 'message'),
    canaries: ['canary-wsf-hash'],
  },
  {
    name: 'Jetpack Forms',
    html: `<div class="wp-block-jetpack-contact-form-container"><form action="/thanks?contact-form-id=42" method="post" class="contact-form commentsblock" aria-label="Contact" novalidate><div class="wp-block-jetpack-contact-form">
      <div class="wp-block-jetpack-field-name grunion-field-name-wrap grunion-field-wrap"><label for="g42-name" class="grunion-field-label name">Name<span class="grunion-label-required" aria-hidden="true">(required)</span></label><input type="text" name="g42-name" id="g42-name" value="" class="name grunion-field" required></div>
      <div class="wp-block-jetpack-field-email grunion-field-email-wrap"><label for="g42-email" class="grunion-field-label email">Email</label><input type="email" name="g42-email" id="g42-email" class="email grunion-field" required></div>
      <div class="wp-block-jetpack-field-textarea"><label for="contact-form-comment-g42-message" class="grunion-field-label textarea">Message</label><textarea name="g42-message" id="contact-form-comment-g42-message" rows="20" class="textarea grunion-field"></textarea></div>
      <div class="wp-block-jetpack-button"><button class="wp-block-button__link" type="submit">Contact Us</button></div></div>
      <input type="hidden" name="contact-form-id" value="42"><input type="hidden" name="action" value="grunion-contact-form"><input type="hidden" name="contact-form-hash" value="canary-grunion-hash"></form></div>`,
    fill: [
      ['#g42-name', jane.name],
      ['#g42-email', jane.email],
      ['#contact-form-comment-g42-message', jane.message],
    ],
    submit: 'button[type=submit]',
    expected: lead(3, 'name', 'email', 'message'),
    canaries: ['canary-grunion-hash'],
  },
]
