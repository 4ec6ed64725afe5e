/** Reads what a request carries: within a limit, as text, and as JSON that is not nested without end. */
import { type Outcome, done, failed } from '@leadtrail/shared/failure'

const MAX_DEPTH = 64

/** The body as text. Fails with too-large, or malformed for an encoded body and for one that breaks off. */
export async function textOf(request: Request, most: number): Promise<Outcome<string>> {
  try {
    return await wholeOf(request, most)
  } catch {
    // The sender has gone, which is no mistake of ours: somebody closed the page.
    return malformed('The body breaks off before its end.')
  }
}

/** A stated length is believed (Node's parser holds the sender to it); without one the bytes are counted as they come. */
async function wholeOf(request: Request, most: number): Promise<Outcome<string>> {
  const { headers } = request
  if (headers.has('content-encoding'))
    return failed({ why: 'malformed', detail: 'A body with a content-encoding is not read. Send it plain.' })
  const length = headers.get('content-length')
  if (length !== null) {
    if (Number(length) > most) return tooLarge(most)
    const text = await request.text()
    return text.length > most ? tooLarge(most) : done(text)
  }
  if (!headers.has('transfer-encoding') && !request.body) return done('')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) return tooLarge(most)
    chunks.push(chunk)
  }
  return done(new TextDecoder().decode(Buffer.concat(chunks)))
}

/** The body as JSON. Fails with malformed or too-large. */
export async function jsonOf(request: Request, most: number): Promise<Outcome<unknown>> {
  const text = await textOf(request, most)
  if (!text.ok) return text
  try {
    const value: unknown = JSON.parse(text.value)
    // Whatever walks the value later walks it by recursion.
    if (isDeep(text.value)) return malformed(`The body is nested more than ${MAX_DEPTH} levels deep.`)
    return done(value)
  } catch {
    return malformed('The body is not JSON.')
  }
}

/** The fields of a form of our own pages. A body that is no form has none. */
export async function formOf(request: Request): Promise<Outcome<URLSearchParams>> {
  const text = await textOf(request, 16 * 1024)
  return text.ok ? done(new URLSearchParams(text.value)) : text
}

const malformed = (detail: string) => failed({ why: 'malformed', detail })
const tooLarge = (most: number) =>
  failed({ why: 'too-large', detail: `The body is larger than ${Math.floor(most / 1024)} KiB.` })

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Whether valid JSON is nested too deeply; brackets within strings do not count. */
function isDeep(json: string): boolean {
  if (json.length <= MAX_DEPTH) return false
  let depth = 0
  let quoted = false
  for (let place = 0; place < json.length; place += 1) {
    const code = json.charCodeAt(place)
    if (code === QUOTE) quoted = !quoted
    else if (quoted) place += code === BACKSLASH ? 1 : 0
    // With 0x20 set, [ is { and ] is }.
    else if ((code | 0x20) === 0x7b) depth += 1
    else if ((code | 0x20) === 0x7d) depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}
