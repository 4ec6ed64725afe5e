/** What somebody answered in a form, each answer with the type of its field: the one place where answers are read. */
import type { Answer, FieldType } from '@leadtrail/shared/event'
import { type LogEvent, isType } from './event.ts'
import { fieldOf } from './field-type.ts'
import type { NamePart } from './field-words.ts'

/** `part` says of a person's name which part of it this is. */
export type TypedAnswer = Omit<Answer, 'type' | 'hint'> & {
  readonly type: FieldType
  readonly part: NamePart | undefined
}

/** The answers of a form, in its order; none of any other event. Boxes of one name are one answer. */
export function answersOf(event: LogEvent): TypedAnswer[] {
  if (!isType(event, 'form')) return []
  const answers: TypedAnswer[] = []
  const boxes = new Map<string, TypedAnswer>()
  for (const answer of event.body.fields) {
    const { name, label, value, hint } = answer
    const isBox = hint?.startsWith('checkbox') ?? false
    const first = isBox ? boxes.get(name) : undefined
    const typed = { name, label, value: first ? `${first.value}, ${value}` : value, ...fieldOf(answer) }
    if (first) answers[answers.indexOf(first)] = typed
    else answers.push(typed)
    if (isBox) boxes.set(name, typed)
  }
  return answers
}
