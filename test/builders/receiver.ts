/** A webhook receiver on this machine that keeps what it gets and answers as told. */
import { type IncomingHttpHeaders, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type Received = { readonly headers: IncomingHttpHeaders; readonly body: string }
type Answer = (response: ServerResponse) => void

export async function aReceiver(answer: Answer, port = 0) {
  const requests: Received[] = []
  const server = createServer((request, response) => {
    void (async () => {
      requests.push({ headers: request.headers, body: await text(request) })
      answer(response)
    })()
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  const close = (): void => {
    server.closeAllConnections()
    server.close()
  }
  return { requests, port: address.port, url: `http://127.0.0.1:${address.port}/leads`, close }
}

export const answering =
  (status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(body)

/** The headers as one plain record, as the libraries that verify want them. */
export const headersOf = ({ headers }: Received): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
