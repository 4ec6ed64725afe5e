/** Pages that are closed in the moment in which their form is sent: the lead is there all the same. */
import { aPage, expect, settled, test } from './fixtures.ts'

/** `npm run test:long` closes as many as the promise says. */
const times = process.env['LONG'] ? 300 : 60

const forms: Readonly<Record<string, string>> = {
  'a native form': `<form method="post" action="/thanks"><input name="email"><button>Send</button></form>`,
  'a form that a script sends': `<form><input name="email"><button>Send</button></form><script>
    document.forms[0].addEventListener('submit', (event) => {
      event.preventDefault()
      fetch('/api/200', { method: 'POST', body: new FormData(event.target) })
    })
  </script>`,
}

/** Fills in and sends, and closes in the same breath or when the browser has begun to do what the visitor wants. */
const visitor = `<script>
  addEventListener('load', () => {
    const n = Number(location.hash.slice(1))
    document.querySelector('input').value = 'visitor-' + n + '@mail.test'
    document.querySelector('button').click()
    if (n % 4) setTimeout(close, n % 4 * 5)
    else close()
  })
</script>`

/** Opens one page after the other. */
const opener = `<script>
  const next = (n) => {
    if (n === ${times}) return fetch('/api/200?done')
    const page = open('/form#' + n)
    const look = setInterval(() => {
      if (!page.closed) return
      clearInterval(look)
      next(n + 1)
    }, 5)
  }
  next(0)
</script>`

for (const [name, form] of Object.entries(forms)) {
  test(`${name}, the page closed right after it, ${times} times: ${times} leads`, async ({ site, alone }) => {
    test.setTimeout(60_000 + times * 1000)
    site.serve('/', `<!doctype html><title>Opener</title>${opener}`)
    site.serve('/form', aPage(form + visitor))
    site.serve('/thanks', '<!doctype html><title>Thanks</title><script>close()</script>')
    await alone(`${site.address}/`)
    await expect.poll(() => site.visits, { timeout: times * 1000 }).toContain('/api/200?done')
    await expect.poll(() => site.events('form').length).toBeGreaterThanOrEqual(times)
    await settled()
    const written = site.events('form').map(({ fields }) => fields[0]?.value)
    expect(new Set(written).size).toBe(times)
    expect(written).toHaveLength(times)
  })
}
