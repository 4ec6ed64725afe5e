/** Gravity Forms 2.x: fields of several inputs, pages, and sending through a hidden frame that the server's answer runs in. */
import { type FormPattern, jQuery, jane, lead } from './pattern.ts'

const text = (id: string, label: string, type = 'text') => `
  <div id="field_5_${id}" class="gfield gfield--type-${type} gfield--width-full field_sublabel_below"><label class="gfield_label gform-field-label" for="input_5_${id}">${label}<span class="gfield_required"><span class="gfield_required gfield_required_text">(Required)</span></span></label>
  <div class="ginput_container"><input name="input_${id}" id="input_5_${id}" type="${type}" value="" class="large" aria-required="true" aria-invalid="false"></div></div>`
const part = (id: string, label: string, kind: string, more = '') => `
  <span id="input_5_${id.replace('.', '_')}_container" class="${kind} gform-grid-col"><input type="text" name="input_${id}" id="input_5_${id.replace('.', '_')}" value="" aria-required="true" ${more}><label for="input_5_${id.replace('.', '_')}" class="gform-field-label gform-field-label--type-sub">${label}</label></span>`
const name = `
  <fieldset id="field_5_1" class="gfield gfield--type-name field_sublabel_below gfield_contains_required"><legend class="gfield_label gform-field-label gfield_label_before_complex">Name<span class="gfield_required">(Required)</span></legend>
  <div class="ginput_complex ginput_container ginput_container--name no_prefix has_first_name no_middle_name has_last_name no_suffix gf_name_has_2" id="input_5_1">${part('1.3', 'First', 'name_first')}${part('1.6', 'Last', 'name_last')}</div></fieldset>`
const address = `
  <fieldset id="field_5_4" class="gfield gfield--type-address"><legend class="gfield_label gfield_label_before_complex">Address</legend>
  <div class="ginput_complex ginput_container has_street has_city has_zip has_country ginput_container_address" id="input_5_4">${part('4.1', 'Street Address', 'ginput_full address_line_1')}${part('4.3', 'City', 'ginput_left address_city')}${part('4.5', 'ZIP / Postal Code', 'ginput_right address_zip')}
  <span class="ginput_left address_country"><select name="input_4.6" id="input_5_4_6"><option value=""></option><option value="Denmark">Denmark</option><option value="Norway">Norway</option></select><label for="input_5_4_6" class="gform-field-label--type-sub">Country</label></span></div></fieldset>`
const message = `
  <div id="field_5_6" class="gfield gfield--type-textarea"><label class="gfield_label" for="input_5_6">How can we help?</label><div class="ginput_container ginput_container_textarea"><textarea name="input_6" id="input_5_6" class="textarea large" rows="10" cols="50"></textarea></div></div>`
const honeypot = `
  <div id="field_5_9" class="gfield gform_validation_container field_sublabel_below" style="position: absolute; left: -9000px"><label class="gfield_label" for="input_5_9">Phone</label><div class="ginput_container"><input name="input_9" id="input_5_9" type="text" value="" autocomplete="new-password"></div><div class="gfield_description">This field is for validation purposes and should be left unchanged.</div></div>`
const footer = (ajax: boolean) => `
  <div class="gform_footer top_label"><input type="submit" id="gform_submit_button_5" class="gform_button button" value="Submit">
  ${ajax ? '<input type="hidden" name="gform_ajax" value="form_id=5&amp;title=&amp;description=&amp;tabindex=0">' : ''}
  <input type="hidden" class="gform_hidden" name="is_submit_5" value="1"><input type="hidden" class="gform_hidden" name="state_5" value="canary-gform-state"><input type="hidden" name="gform_target_page_number_5" id="gform_target_page_number_5" value="0"></div>`
const fields = (...all: string[]) =>
  `<div class="gform-body gform_body"><div id="gform_fields_5" class="gform_fields top_label form_sublabel_below">${all.join('')}</div></div>`
const form = (body: string, target: string) => `
  <div class="gf_browser_chrome gform_wrapper gravity-theme gform-theme--no-framework" id="gform_wrapper_5"><form method="post" enctype="multipart/form-data" ${target} id="gform_5" action="/gravity-answer" data-formid="5" novalidate>${body}</form></div>`
const frame = `
  <iframe style="display: none; width: 0; height: 0" src="about:blank" name="gform_ajax_frame_5" id="gform_ajax_frame_5" title="This iframe contains the logic required to handle Ajax powered Gravity Forms."></iframe>`
const inFrame = 'target="gform_ajax_frame_5"'

/** The answer in the frame holds the next state of the form, which takes the place of the old one, or the confirmation. */
const gravity = `${jQuery}
  const frame = document.getElementById('gform_ajax_frame_5')
  frame.addEventListener('load', () => {
    const said = frame.contentDocument.querySelector('#gform_wrapper_5, #gform_confirmation_wrapper_5')
    if (!said) return
    const isForm = said.id === 'gform_wrapper_5'
    document.getElementById('gform_wrapper_5').replaceWith(said.cloneNode(true))
    if (isForm) {
      const at = document.getElementById('gform_source_page_number_5')
      return $(document).trigger('gform_page_loaded', [5, at && at.value])
    }
    $(document).trigger('gform_confirmation_loaded', [5])
    document.dispatchEvent(new CustomEvent('gform/post_render', { detail: { formId: 5 } }))
  })
  document.addEventListener('click', ({ target }) => {
    if (!target.matches('.gform_next_button')) return
    document.getElementById('gform_target_page_number_5').value = '2'
    target.form.submit()
  })`
const confirmation =
  '<!doctype html><html><body class="GF_AJAX_POSTBACK"><div id="gform_confirmation_wrapper_5" class="gform_confirmation_wrapper"><div id="gform_confirmation_message_5" class="gform_confirmation_message_5 gform_confirmation_message">Thanks for contacting us!</div></div></body></html>'

const filled = [
  ['#input_5_1_3', jane.first],
  ['#input_5_1_6', jane.last],
  ['#input_5_2', jane.email],
] as const

/** The server draws the second page with what stood on the first, out of sight. */
const secondPage = `<!doctype html><html><body class="GF_AJAX_POSTBACK">${form(
  `<div id="gform_page_5_1" class="gform_page" style="display: none">${fields(name, text('2', 'Email', 'email'))
    .replace('name="input_1.3" id="input_5_1_3" value=""', `name="input_1.3" id="input_5_1_3" value="${jane.first}"`)
    .replace('name="input_1.6" id="input_5_1_6" value=""', `name="input_1.6" id="input_5_1_6" value="${jane.last}"`)
    .replace('type="email" value=""', `type="email" value="${jane.email}"`)}</div>
  <div id="gform_page_5_2" class="gform_page">${fields(text('3', 'Phone', 'tel'), message)}<input type="hidden" id="gform_source_page_number_5" value="2">${footer(true)}</div>`,
  inFrame,
).replace('/gravity-answer', '/gravity-confirmed')}</body></html>`

export const gravityForms: readonly FormPattern[] = [
  {
    name: 'Gravity Forms with a name and an address in parts',
    html: form(
      fields(name, text('2', 'Email', 'email'), text('3', 'Phone', 'tel'), address, message, honeypot) + footer(false),
      '',
    ),
    fill: [
      ...filled,
      ['#input_5_3', jane.phone],
      ['#input_5_4_1', 'Kalvebod Brygge 32'],
      ['#input_5_4_3', 'Copenhagen'],
      ['#input_5_4_5', '1560'],
      ['#input_5_4_6', 'Denmark'],
      ['#input_5_6', jane.message],
    ],
    submit: '#gform_submit_button_5',
    expected: lead(9, 'name', 'email', 'phone', 'message'),
    canaries: ['canary-gform-state'],
  },
  {
    name: 'Gravity Forms through its hidden frame',
    html: form(fields(name, text('2', 'Email', 'email'), message, honeypot) + footer(true), inFrame) + frame,
    script: gravity,
    pages: { '/gravity-answer': confirmation },
    fill: [...filled, ['#input_5_6', jane.message]],
    submit: '#gform_submit_button_5',
    expected: lead(4, 'name', 'email', 'message'),
    canaries: ['canary-gform-state'],
  },
  {
    name: 'Gravity Forms with pages, each sent through the hidden frame',
    pace: 300,
    html:
      form(
        `<div id="gform_page_5_1" class="gform_page">${fields(name, text('2', 'Email', 'email'))}<div class="gform_page_footer"><input type="button" id="gform_next_button_5_8" class="gform_next_button gform-theme-button button" value="Next"><input type="hidden" name="gform_target_page_number_5" id="gform_target_page_number_5" value="0"></div></div>`,
        inFrame,
      ) + frame,
    script: gravity,
    pages: { '/gravity-answer': secondPage, '/gravity-confirmed': confirmation },
    fill: [...filled, ['#gform_next_button_5_8', true], ['#input_5_3', jane.phone], ['#input_5_6', jane.message]],
    submit: '#gform_submit_button_5',
    expected: lead(5, 'name', 'email', 'phone', 'message'),
    canaries: ['canary-gform-state'],
  },
  {
    name: 'Gravity Forms that its server refuses in the frame',
    html: form(fields(name, text('2', 'Email', 'email'), message) + footer(true), inFrame) + frame,
    script: gravity,
    pages: {
      '/gravity-answer': `<!doctype html><html><body class="GF_AJAX_POSTBACK"><div class="gf_browser_chrome gform_wrapper gform_validation_error" id="gform_wrapper_5"><div class="gform_validation_errors" id="gform_5_validation_container"><h2>There was a problem with your submission.</h2></div>${form(fields(name) + footer(true), inFrame)}</div></body></html>`,
    },
    fill: [...filled, ['#input_5_6', jane.message]],
    submit: '#gform_submit_button_5',
    expected: 'no lead',
  },
]
