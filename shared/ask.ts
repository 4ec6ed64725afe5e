/** What the tag asks of the collector besides sending events: to take a visitor over to another domain, and a number to show. */
import { z } from 'zod'

const site = z.string().min(1).max(80)
/** `<id>.<time of the first visit>`, as the visitor's cookie holds it. */
const kept = z.string().regex(/^[\w-]{22}\.[0-9a-z]{1,9}(\.1)?$/, 'is not a visitor and the time of his first visit')

/** `POST /x`: with a visitor he is left under the token, without one he is fetched. */
export const crossingSchema = z.object({
  site,
  token: z.string().regex(/^[\w-]{20,40}$/, 'is not a token of 20 to 40 letters, digits, - or _'),
  visitor: kept.optional(),
})
/** What a token is answered with. */
export type Crossed = { readonly visitor: string }

/** `POST /n`. Only the id of the visitor counts; it may come as his cookie holds it, or empty. */
export const borrowingSchema = z.object({
  site,
  visitor: z
    .string()
    .regex(/^([\w-]{1,64}(\.[0-9a-z]{1,9}(\.1)?)?)?$/, 'is not a visitor')
    .transform((given) => given.replace(/\..*/, '') || undefined)
    .optional(),
})

/** What finds a published number on a page, the source of a `RegExp`, and what to show in its place. */
export type Swap = {
  /** Its one group holds what stands before the number, and stays. */
  readonly find: string
  readonly e164: string
  readonly shown: string
}
/** `again`: in how many ms to ask again, whatever the clock of the browser says. */
export type Borrowed = { readonly swap: readonly Swap[]; readonly again: number }
