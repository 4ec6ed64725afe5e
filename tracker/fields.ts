/** The answers in a form: what somebody filled in, with its label, and never what is nobody's business. */
import type { Answer } from '@leadtrail/shared/event'
import { typeOf, wordsOf } from './field-type.ts'
import { isSecret, masked } from './secrets.ts'
import { line, textOf } from './text.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** A field as it stands on the page or is said by it. */
type Given = { readonly name?: unknown; readonly label?: unknown; readonly type?: unknown; readonly value?: unknown }

/** The form's fields, also those outside that name the form. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return Array.from(form as ArrayLike<unknown>) as Control[]
}

/** What was answered; unanswered, hidden, ignored and secret fields are not there. */
export function answersOf(form: HTMLFormElement): Answer[] {
  const answers: Answer[] = []
  for (const control of controlsOf(form)) {
    // Passwords, hidden fields, files and fieldsets, buttons, images, outputs.
    if (/^(pas|hid|fi|sub|but|res|im|out)/.test(control.type)) continue
    if (control.matches(':disabled,[data-lt-ignore],[data-lt-ignore] *')) continue
    const given = read(control)
    const group = given && given.type === 'choice' && answers.find(({ name }) => name === given.name)
    if (group) group.value += ', ' + given.value
    else if (given) answers.push(given)
  }
  return answers.slice(0, 200)
}

function read(control: Control): Answer | undefined {
  const attribute = (name: string) => control.getAttribute(name) || ''
  const { type, id, labels } = control
  const first = labels && labels[0]
  const shown = first && (first.textContent || '').replace(control.textContent || '', '')
  const own = shown || attribute('aria-label') || attribute('placeholder')
  let label = own
  let { value } = control
  if ('checked' in control && /^(rad|che)/.test(type)) {
    const group = control.closest('fieldset')
    const legend = group && group.querySelector('legend')
    label = (legend && legend.textContent) || own
    value = control.checked ? (legend ? own.trim() : value === 'on' ? 'yes' : value) : ''
  } else if ('selectedOptions' in control) {
    value = Array.from(control.selectedOptions, (option) => option.value && option.text).join(', ')
  }
  const name = attribute('name') || id || own
  return answer({ name, label, type: attribute('data-lt-field'), value }, type + ' ' + attribute('autocomplete'))
}

/** The answer with its type and without secrets; nothing where there is none, or none that may leave. */
export function answer({ name, label, type, value }: Given, hints = ''): Answer | undefined {
  const text = masked(textOf(value, 9999) || '')
  const words = wordsOf(hints + ' ' + name + ' ' + label)
  if (!text.trim() || isSecret(words)) return undefined
  const told = typeOf(textOf(type) || words)
  const known = told === 'text' && /^\s*[^\s@]+@[^\s@]+\.\w+\s*$/.test(text) ? 'email' : told
  return { name: line(textOf(name)) || known, label: line(textOf(label)) || undefined, type: known, value: text }
}
