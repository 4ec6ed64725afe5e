/** A server on a free port of this machine, which a browser reaches under every name that ends in `.localhost`. */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type Served = {
  readonly port: number
  readonly close: () => Promise<void>
}

export async function serve(handle: Handle): Promise<Served> {
  const server = createServer((request, response) => {
    // A browser that goes away in the middle of it is no mistake of anybody's.
    handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    port,
    close: async () => {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
    },
  }
}
