/** What a user agent tells: whether it is a program, and which kind of device, browser and system it names. */
import { isbot } from 'isbot'
import { UAParser } from 'ua-parser-js'
import type { Agent, ReadAgent } from '../ports/world.ts'

/** Longer strings are no browser's; reading them would cost more than they tell. */
const LONGEST = 500
const REMEMBERED = 2000

const kinds: Readonly<Record<string, string>> = {
  mobile: 'Phone',
  tablet: 'Tablet',
  smarttv: 'TV',
  console: 'Console',
  wearable: 'Watch',
}

/** Reads user agents, and remembers the last few thousand it has read. */
export function agentReader(): ReadAgent {
  const known = new Map<string, Agent>()
  return (userAgent) => {
    if (!userAgent) return { bot: true, device: null }
    const text = userAgent.slice(0, LONGEST)
    const found = known.get(text)
    if (found) return found
    if (known.size >= REMEMBERED) known.clear()
    const agent = { bot: isbot(text), device: deviceOf(text) }
    known.set(text, agent)
    return agent
  }
}

function deviceOf(userAgent: string): string | null {
  const { device, browser, os } = new UAParser(userAgent).getResult()
  if (!browser.name && !os.name) return null
  return [kinds[device.type ?? ''] ?? 'Desktop', browser.name, os.name].filter(Boolean).join(' · ')
}
