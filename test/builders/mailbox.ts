/** A mail server on this machine that keeps what it receives; it can be told to refuse. */
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Mailbox = {
  readonly url: string
  /** Each mail with the addresses of its envelope and the source as it came over the wire. */
  readonly mails: { readonly mail: Email; readonly recipients: readonly string[]; readonly source: string }[]
  readonly close: () => Promise<void>
}

export async function aMailbox(options: SMTPServerOptions = {}): Promise<Mailbox> {
  const mails: Mailbox['mails'] = []
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      const recipients = envelope.rcptTo.map(({ address }) => address)
      void (async () => {
        const source = await buffer(stream)
        mails.push({ mail: await PostalMime.parse(source), recipients, source: source.toString('latin1') })
        done()
      })()
    },
    ...options,
  })
  // A client that gives up resets the connection; that is what some tests are about.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
