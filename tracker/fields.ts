/**
 * The answers in a form: what somebody filled in, with its label, and never what is nobody's business. What a field asks
 * for (an e-mail, a name) is told by the collector from the words that stand on it: its kind, autocomplete hint, name, label.
 */
import type { Answer } from '@leadtrail/shared/event'
import { isSecret, masked } from './secrets.ts'
import type { Given } from './tag.ts'
import { line } from './text.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What cannot be filled in, what the site marks, and honeypots, which only programs see. */
const leftOut = ':disabled,[data-lt-ignore],[data-lt-ignore] *,[class*=honey] *'
/** Passwords, files and fieldsets, buttons, images, outputs, and hidden fields unless the site marks them. */
const unread = /^(pas|fi|sub|but|res|im|out|hidden$)/

/** What was answered in the form, also in fields outside that name it. Unanswered and secret fields are not there. */
export function answersOf(form: Element): Answer[] {
  const answers = []
  const controls = form as unknown as ArrayLike<Control>
  // Not by their number: a control called `length` hides it.
  for (let place = 0, control; (control = controls[place]); place++) answers.push(read(control))
  return answers.filter(isAnswer)
}

export const isAnswer = (answer: Answer | undefined): answer is Answer => !!answer

function read(control: Control): Answer | undefined {
  const attribute = (name: string) => control.getAttribute(name) || ''
  const stated = attribute('data-lt-field')
  // A text that nobody gets to with the keyboard is a trap for programs.
  const isTrap = control.type === 'text' && attribute('tabindex') === '-1'
  if (unread.test(control.type + stated) || control.matches(leftOut) || isTrap) return undefined
  const shown = control.labels?.[0]?.textContent?.replace(control.textContent || '', '')
  const named = control.ownerDocument.getElementById(attribute('aria-labelledby').split(' ')[0] || '')?.textContent
  const own = shown || attribute('aria-label') || named || attribute('placeholder')
  let label = own
  let { value } = control
  const { selectedOptions } = control as HTMLSelectElement
  if (/^(rad|che)/.test(control.type)) {
    if (!(control as HTMLInputElement).checked) return undefined
    label = control.closest('fieldset')?.querySelector('legend')?.textContent || ''
    value = own.trim() || value
  } else if (selectedOptions) {
    value = Array.from(selectedOptions, (option) => option.value && option.text).join(', ')
  }
  const name = attribute('name') || control.id || own
  return answer({ name, label, type: stated, value }, control.type + ' ' + attribute('autocomplete'))
}

/** The answer without secrets; nothing where there is none, or none that may leave. */
export function answer({ name, label, type, value }: Given, hint?: string): Answer | undefined {
  const text = masked(String(value ?? '').slice(0, 9999))
  if (!text.trim() || isSecret(hint + ' ' + name + ' ' + label)) return undefined
  return {
    name: line(name) || 'field',
    label: line(label),
    type: (type || undefined) as Answer['type'],
    hint,
    value: text,
  }
}
