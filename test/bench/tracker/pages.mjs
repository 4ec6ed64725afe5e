/**
 * A site with the tag, and what stands between it and the collector: it hands everything on and notes what was asked. Both
 * have names of their own, so that the browser takes them for two sites.
 */
import { createServer, request as ask } from 'node:http'
import { buffer } from 'node:stream/consumers'

const words = 'Pumps that move what others only stir, made to order since 1954. '
const shop = (script) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pumps for industry</title>
  ${script}</head><body><h1>Pumps</h1>${`<p>${words.repeat(8)}</p>`.repeat(20)}
  <form action="/thanks"><input name="email" type="email"><button>Send</button></form></body></html>`

/** `demo` is a site that every new collector has. */
const tag = (collector, mode) =>
  `<script defer src="${collector}/lt.js" data-site="demo" data-consent="${mode}"></script>`

/** The least that any tag does: how long that takes is the browser's, and the machine's, affair. */
const control = (collector) => `(() => {
  document.cookie
  localStorage.getItem('nothing')
  addEventListener('click', () => {}, true)
  fetch('${collector}/s/demo', { keepalive: true })
})()`

export async function startPages(port) {
  const asked = []
  const relay = await listening(async (request, response) => {
    const body = await buffer(request)
    asked.push({ method: request.method, path: request.url, body: body.toString() })
    const { method, url: path, rawHeaders: headers } = request
    const onward = ask({ host: '127.0.0.1', port, method, path, headers, setHost: false }, (answer) => {
      response.writeHead(answer.statusCode, answer.rawHeaders)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy()).end(body)
  })
  const collector = `http://leads.collector.localhost:${relay.port}`
  const site = await listening(({ url }, response) => {
    const isScript = url === '/control.js'
    const [, mode] = url.split('/')
    const body = isScript
      ? control(collector)
      : shop(mode === 'control' ? '<script defer src="/control.js"></script>' : tag(collector, mode))
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' }).end(body)
  })
  return {
    /** A page whose tag has this consent mode, or with the control in its place. Its address is about as long as that of a real one. */
    address: (mode) => `http://www.shop.localhost:${site.port}/${mode}/pumps/`,
    /** What the collector was asked for, in order. */
    asked,
    close: () => Promise.all([site.close(), relay.close()]),
  }
}

async function listening(handle) {
  const server = createServer((request, response) => {
    Promise.resolve(handle(request, response)).catch(() => response.destroy())
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  const close = async () => {
    const closed = new Promise((done) => server.close(done))
    server.closeAllConnections()
    await closed
  }
  return { port: server.address().port, close }
}
