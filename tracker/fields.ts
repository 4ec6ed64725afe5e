/**
 * The answers in a form: what somebody filled in, with its label, and never what is nobody's business. What a field asks
 * for (an e-mail, a name) is told by the collector from the words that stand on it: its kind, autocomplete hint, name, label.
 */
import type { Answer } from '@leadtrail/shared/event'
import { isSecret, masked, wordsOf } from './secrets.ts'
import type { Given } from './tag.ts'
import { line } from './text.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const mostAnswers = 200
/** What cannot be filled in, what the site marks, and honeypots, which only programs see. */
const leftOut =
  ':disabled,[data-lt-ignore],[data-lt-ignore] *,[class*=honey] *,[class*=gform_val] *,[type=text][tabindex="-1"]'
/** Passwords, files and fieldsets, buttons, images, outputs, and hidden fields unless the site marks them. */
const unread = /^(pas|fi|sub|but|res|im|out|hidden$)/

const isBox = (control: Control) => /^(rad|che)/.test(control.type)

/** What was answered in the form, also in fields outside that name it. Unanswered and secret fields are not there. */
export function answersOf(form: Element): Answer[] {
  const answers: Answer[] = []
  for (const control of Array.from(form as unknown as ArrayLike<Control>)) {
    const stated = control.getAttribute('data-lt-field') || ''
    if (unread.test(control.type + stated) || control.matches(leftOut)) continue
    const given = read(control, stated)
    const group = given && isBox(control) && answers.find((other) => other.name === given.name)
    if (group) group.value += ', ' + given.value
    else if (given) answers.push(given)
  }
  return answers.slice(0, mostAnswers)
}

function read(control: Control, stated: string): Answer | undefined {
  const attribute = (name: string) => control.getAttribute(name) || ''
  const shown = control.labels?.[0]?.textContent?.replace(control.textContent || '', '')
  const own = shown || attribute('aria-label') || attribute('placeholder')
  let label = own
  let { value } = control
  const { selectedOptions } = control as HTMLSelectElement
  if (isBox(control)) {
    const legend = control.closest('fieldset')?.querySelector('legend')?.textContent
    label = legend || own
    if (legend) value = own.trim()
    if (!(control as HTMLInputElement).checked) return undefined
  } else if (selectedOptions) {
    value = Array.from(selectedOptions, (option) => option.value && option.text).join(', ')
  }
  const name = attribute('name') || control.id || own
  return answer({ name, label, type: stated, value }, control.type + ' ' + attribute('autocomplete'))
}

/** The answer without secrets; nothing where there is none, or none that may leave. */
export function answer({ name, label, type, value }: Given, hint?: string): Answer | undefined {
  const text = masked(String(value ?? '').slice(0, 9999))
  if (!text.trim() || isSecret(wordsOf(hint + ' ' + name + ' ' + label))) return undefined
  return {
    name: line(name) || 'field',
    label: line(label),
    type: (type || undefined) as Answer['type'],
    hint,
    value: text,
  }
}
