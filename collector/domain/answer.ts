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

/** The answers of a form, in its order; none of any other event. */
export function answersOf(event: LogEvent): TypedAnswer[] {
  if (!isType(event, 'form')) return []
  return event.body.fields.map((answer) => {
    const { name, label, value } = answer
    return { name, label, value, ...fieldOf(answer) }
  })
}
