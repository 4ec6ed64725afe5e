/** What the swapping of numbers costs a page: next to nothing, whatever the page does. */
import type { Page } from '@playwright/test'
import { settled } from './fixtures.ts'
import { expect, lentOn, published, test, textOf } from './number-pool.ts'

/** Counts from now on how often the page's nodes change; answers it after so many ms. */
function changesIn(ms: number): Promise<number> {
  return new Promise((done) => {
    let count = 0
    const observer = new MutationObserver((records) => (count += records.length))
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
    setTimeout(() => done(count), ms)
  })
}

test('once swapped, the page is left in peace', async ({ page, site }) => {
  await lentOn(page, site, `<a href="tel:70201234">${published}</a>`.repeat(50))
  await settled(100)
  expect(await page.evaluate(changesIn, 300)).toBe(0)
})

test('a page that insists on its number is answered some times a second', async ({ page, site }) => {
  await lentOn(page, site)
  await page.evaluate((published) => {
    const known = document.querySelector('#known')
    const insist = () => {
      if (known && known.textContent !== published) known.textContent = published
    }
    if (known) new MutationObserver(insist).observe(known, { subtree: true, childList: true, characterData: true })
    insist()
  }, published)
  const changes = await page.evaluate(changesIn, 1000)
  expect(changes).toBeGreaterThan(0)
  expect(changes).toBeLessThan(100)
})

test.describe('many nodes', () => {
  /** Notes how long each of the tag's own timers works, in ms. */
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const stints: number[] = []
      Reflect.set(window, 'stints', stints)
      const plain = window.setTimeout
      const timed = (work: () => void, ms?: number) => {
        const isOurs = new Error().stack?.includes('/lt')
        return plain(() => {
          const start = performance.now()
          work()
          if (isOurs) stints.push(performance.now() - start)
        }, ms)
      }
      Reflect.set(window, 'setTimeout', timed)
    })
  })
  const stintsOf = (page: Page) =>
    page.evaluate(() => (window as unknown as { stints: number[] }).stints.toSorted((one, other) => one - other))
  /** Of the middle one: the machine may be busy with something else in some. */
  const usual = (stints: number[]) => stints[stints.length >> 1] ?? Infinity

  test('a large page is gone through in many short stints', async ({ page, site }) => {
    const rows = Array.from({ length: 10_000 }, (_, row) => `<li><b>Row ${row}</b> 12 34 56 78</li>`).join('')
    await lentOn(page, site, `<ul>${rows}</ul>`)
    await expect.poll(async () => (await stintsOf(page)).length).toBeGreaterThan(20)
    expect(usual(await stintsOf(page))).toBeLessThan(5)
    expect(await textOf(page, 'li:last-child')).toBe('Row 9999 12 34 56 78')
  })

  test('a flood of new ones takes no more than some ms, twenty times a second', async ({ page, site }) => {
    await lentOn(page, site)
    const before = (await stintsOf(page)).length
    const seconds = await page.evaluate(async () => {
      const place = document.createElement('div')
      place.hidden = true
      document.body.append(place)
      const start = performance.now()
      for (let turn = 0; turn < 150; turn += 1) {
        place.innerHTML = '<p>12 34 <b>56</b></p>'.repeat(100)
        await new Promise((done) => requestAnimationFrame(done))
      }
      return (performance.now() - start) / 1000
    })
    const stints = await stintsOf(page)
    expect(stints.length - before).toBeLessThan(seconds * 20 + 5)
    expect(usual(stints)).toBeLessThan(5)
  })
})
