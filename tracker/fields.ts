/** The answers in a form: what somebody filled in, with its label, and never what is nobody's business. */
import type { Answer, FieldType } from '@leadtrail/shared/event'
import { typeOf, wordsOf } from './field-type.ts'
import { isSecret, masked } from './secrets.ts'
import { line } from './text.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const fieldTypes = /^(email|phone|name|company|message|choice|number|text)$/
const isFieldType = (type: string): type is FieldType => fieldTypes.test(type)

/** The form's controls, also where one of them is called `elements`, and those outside that name the form. */
export function controlsOf(form: HTMLFormElement): Control[] {
  const all: HTMLFormControlsCollection = Reflect.get(HTMLFormElement.prototype, 'elements', form)
  return Array.from(all).filter((control): control is Control => /^(INPUT|SELECT|TEXTAREA)$/.test(control.tagName))
}

/** What was answered; unanswered, hidden, ignored and secret fields are not there. */
export function answersOf(form: HTMLFormElement): Answer[] {
  const answers: Answer[] = []
  for (const control of controlsOf(form)) {
    const given = answerOf(control)
    if (!given) continue
    const group = given.type === 'choice' && answers.find(({ name }) => name === given.name)
    if (group) group.value += ', ' + given.value
    else answers.push(given)
  }
  return answers.slice(0, 200)
}

function answerOf(control: Control): Answer | undefined {
  const { type, id } = control
  if (/^(password|hidden|file|submit|button|reset|image)$/.test(type)) return undefined
  if (control.matches(':disabled,[data-lt-ignore],[data-lt-ignore] *')) return undefined
  const attribute = (name: string) => control.getAttribute(name) || ''
  const tick = /^(radio|checkbox)$/.test(type)
  const label = labelOf(control)
  const fieldset = tick && control.closest('fieldset')
  const legend = fieldset && fieldset.querySelector('legend')
  const group = legend && line(legend.textContent, 200)
  const name = attribute('name') || id || label
  return answer(
    { name, label: group || label, value: valueOf(control, tick, group ? label : '') },
    type + ' ' + attribute('autocomplete'),
    attribute('data-lt-field'),
  )
}

/** The answer with its type and without secrets; nothing where there is none, or none that may leave. */
export function answer(given: Answer, hints: string, wanted: string): Answer | undefined {
  const { name, label, value } = given
  const words = wordsOf(hints + ' ' + name + ' ' + label)
  if (!value.trim() || isSecret(words)) return undefined
  const told = isFieldType(wanted) ? wanted : typeOf(words)
  const type = told === 'text' && /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(value) ? 'email' : told
  return {
    name: line(name, 200) || type,
    label: line(label, 200) || undefined,
    type,
    value: masked(value.slice(0, 9999)),
  }
}

function valueOf(control: Control, tick: boolean, option: string): string {
  if ('selectedOptions' in control) {
    return Array.from(control.selectedOptions)
      .filter((chosen) => chosen.value)
      .map(({ text }) => text)
      .join(', ')
  }
  if (!tick) return control.value
  const { checked, value } = control as HTMLInputElement
  return checked ? option || (value === 'on' ? 'yes' : value) : ''
}

function labelOf(control: Control): string {
  const label = control.labels && control.labels[0]
  const shown = label && (label.textContent || '').replace(control.textContent || '', '')
  return line(shown || control.getAttribute('aria-label') || control.getAttribute('placeholder'), 200)
}
