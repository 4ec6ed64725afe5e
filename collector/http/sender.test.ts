import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { senders } from './sender.ts'

async function addressOf(peer: string | undefined, forwarded: string | undefined, trusted: string[]) {
  const senderOf = senders(trusted)
  const app = new Hono().get('/', (c) => c.json(senderOf(c)))
  const headers: HeadersInit = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  const answer = await app.request(
    '/',
    { headers },
    peer ? { incoming: { socket: { remoteAddress: peer } } } : undefined,
  )
  return (await answer.json()).address
}

describe('the address of a sender', () => {
  const proxies = ['10.0.0.0/8', '192.0.2.1', '2001:db8::/32']
  it.each([
    ['is the peer’s', '198.51.100.7', undefined, [], '198.51.100.7'],
    ['is the peer’s, whatever a stranger claims', '198.51.100.7', '203.0.113.9', proxies, '198.51.100.7'],
    ['is what a trusted proxy says', '10.1.2.3', '203.0.113.9', proxies, '203.0.113.9'],
    ['is the nearest that is no trusted proxy', '10.1.2.3', '1.1.1.1, 203.0.113.9, 10.9.9.9', proxies, '203.0.113.9'],
    ['is a proxy’s own when it names nobody', '10.1.2.3', undefined, proxies, '10.1.2.3'],
    ['is the last good hop before nonsense', '10.1.2.3', 'unknown, 10.9.9.9', proxies, '10.9.9.9'],
    ['has no port', '192.0.2.1', '203.0.113.9:4711', proxies, '203.0.113.9'],
    ['has no brackets', '192.0.2.1', '[2001:dead::1]:4711', proxies, '2001:dead::1'],
    ['has no clothing of IPv6', '::ffff:10.0.0.1', '::ffff:203.0.113.9', proxies, '203.0.113.9'],
    ['is read through proxies of IPv6', '2001:db8::5', '203.0.113.9', proxies, '203.0.113.9'],
    ['is unknown without a socket', undefined, '203.0.113.9', proxies, undefined],
  ])('%s', async (_, peer, forwarded, trusted, address) => {
    expect(await addressOf(peer, forwarded, trusted)).toBe(address)
  })
})
