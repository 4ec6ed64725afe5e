/** Who sent a request: its address, as far as the proxies in between are trusted, and its user agent. */
import { BlockList, isIP } from 'node:net'
import type { Context } from 'hono'
import type { Sender } from '../flow/recognise.ts'

export type SenderOf = (c: Context) => Sender

/**
 * Reads senders. `trustedProxies` are addresses or networks (`10.0.0.0/8`). Only from those `X-Forwarded-For` is believed:
 * read from the right, the first address that is no trusted proxy is the sender.
 */
export function senders(trustedProxies: readonly string[]): SenderOf {
  const trusted = networks(trustedProxies)
  const isTrusted = (address: string) =>
    trustedProxies.length > 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (c) => {
    const userAgent = c.req.header('user-agent')
    let address = plainAddress(peerOf(c))
    if (!address || !isTrusted(address)) return { address, userAgent }
    const hops = (c.req.header('x-forwarded-for') ?? '').split(',')
    for (const hop of hops.toReversed()) {
      const next = plainAddress(hop)
      if (!next) break
      address = next
      if (!isTrusted(next)) break
    }
    return { address, userAgent }
  }
}

function networks(trustedProxies: readonly string[]): BlockList {
  const list = new BlockList()
  for (const proxy of trustedProxies) {
    const [address = '', bits] = proxy.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/** The other end of the socket; none where the app is asked without a server. */
function peerOf(c: Context): string | undefined {
  const bindings: { incoming?: { socket?: { remoteAddress?: string } } } | undefined = c.env
  return bindings?.incoming?.socket?.remoteAddress
}

/** An address without port, brackets, zone and the IPv6 clothing of IPv4; undefined for what is none. */
function plainAddress(text: string | undefined): string | undefined {
  const bare = text
    ?.trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
  return bare && isIP(bare) ? bare : undefined
}
