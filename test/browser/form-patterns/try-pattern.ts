/** Does with a pattern what its visitor does, and looks at everything that left the page meanwhile. */
import type { Locator, Page } from '@playwright/test'
import { answersOf } from '../../../collector/domain/answer.ts'
import { claimOf } from '../../../collector/domain/claim.ts'
import type { LogEvent } from '../../../collector/domain/event.ts'
import { expect, settled } from '../fixtures.ts'
import type { Logged } from '../ground.ts'
import type { Site } from '../site.ts'
import { type FormPattern, type Lead, type Step, jane } from './pattern.ts'

/** The page of a pattern, opened. */
export async function open(page: Page, site: Site, pattern: FormPattern): Promise<void> {
  const { name, html, script = '', pages = {}, elsewhere = {} } = pattern
  for (const [path, answer] of Object.entries(pages)) site.serve(path, answer)
  for (const [address, body] of Object.entries(elsewhere)) {
    await page.context().route(
      (url) => url.href.split('?')[0] === address,
      (route) => route.fulfill({ body, contentType: 'text/html', headers: { 'access-control-allow-origin': '*' } }),
    )
  }
  const title = name.replaceAll(/[<&]/g, '')
  site.serve(
    '/enquiry',
    `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title><!--tag--></head><body>${html}<script>${script}</script></body></html>`,
  )
  await page.goto(`${site.address}/enquiry`)
}

/** Fills the form in, as somebody does; what nobody sees, a program fills in. */
export async function fill(page: Page, { fill, frame, pace = 0 }: FormPattern): Promise<void> {
  const place = frame ? page.frameLocator(frame) : page
  for (const [selector, value] of fill) {
    if (value === true) await settled(pace)
    await answer(place.locator(selector), value)
  }
}

async function answer(control: Locator, value: Step[1]): Promise<void> {
  const kind = await control.evaluate((element) => {
    const { type } = element as HTMLInputElement
    const seen = element.getClientRects().length > 0 && element.getBoundingClientRect().right > 0
    return /^(select|file|range)/.test(type) ? type : seen ? 'seen' : 'unseen'
  })
  if (value === true) return control.click()
  if (kind === 'file') {
    return control.setInputFiles({ name: `${value}.txt`, mimeType: 'text/plain', buffer: Buffer.from(value) })
  }
  if (kind.startsWith('select')) return void (await control.selectOption(value))
  if (kind === 'seen') return control.fill(value)
  await control.evaluate((element, value) => {
    const input = element as HTMLInputElement
    input.value = value
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }, value)
}

export async function submit(page: Page, { submit, frame }: FormPattern): Promise<void> {
  if (typeof submit !== 'string') return void (await submit(page))
  await (frame ? page.frameLocator(frame) : page).locator(submit).click({ noWaitAfter: true })
}

/** Goes away, to a page without a tag: what the tag still had to say is said then. Ends when all of it is in the log. */
export async function leave(page: Page, site: Site): Promise<void> {
  site.serve('/after', '<!doctype html><title>After</title>')
  // A form that takes the page away may still be about to, and wins.
  await expect(() => page.goto(`${site.address}/after`)).toPass()
  await expect
    .poll(
      async () => {
        const before = site.bodies.length
        await settled(100)
        const known = new Set(site.events().map(({ id }) => id))
        return (
          site.bodies.length === before && site.batches.every(({ events }) => events.every(({ id }) => known.has(id)))
        )
      },
      { intervals: [0] },
    )
    .toBe(true)
}

/** What was typed, and what may have been filled in, long enough to be told apart from what stands there anyhow. */
export function typedIn({ fill }: FormPattern): string[] {
  const values = [...fill.map(([, value]) => value), ...Object.values(jane)]
  return values.filter((value): value is string => value !== true && value.length > 6)
}

/** Those of the texts that occur in a request to the collector, as they are or as addresses write them. */
export function leaked(site: Site, texts: readonly string[]): string[] {
  return occurring(texts, [...site.bodies, ...site.requests].join('\n'))
}

export function occurring(texts: readonly string[], among: string): string[] {
  const found = (text: string) =>
    [
      JSON.stringify(text).slice(1, -1),
      encodeURIComponent(text),
      String(new URLSearchParams({ '': text })).slice(1),
    ].some((written) => among.includes(written))
  return texts.filter(found)
}

/** All that the browser keeps of the site, as text. */
export async function kept(page: Page): Promise<string> {
  const own = await page.evaluate(() => [
    document.cookie,
    ...[localStorage, sessionStorage].map((store) => Object.entries(store)),
  ])
  return JSON.stringify([own, await page.context().cookies()])
}

/** What the collector makes of the event: the claim on the contact, and the message. */
export function leadOf(event: Logged<'form'>): Lead {
  const inLog = { ...event, origin: 'browser', body: event } as unknown as LogEvent
  const answers = answersOf(inLog)
  const { email, phone, name, company } = claimOf(inLog) ?? {}
  const message = answers.find(({ type }) => type === 'message')?.value
  return JSON.parse(JSON.stringify({ email, phone, name, company, message, answers: answers.length }))
}
