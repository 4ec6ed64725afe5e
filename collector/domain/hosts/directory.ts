/**
 * The directory of known traffic sources: looks a host or a written name up in the host lists.
 * Built once from the data, so that a look-up is a few steps in a map.
 */
import { ads } from './ads.ts'
import { aliases } from './aliases.ts'
import { assistants } from './assistants.ts'
import type { HostList, SourceKind } from './list.ts'
import { mail } from './mail.ts'
import { search } from './search.ts'
import { shopping } from './shopping.ts'
import { social } from './social.ts'
import { video } from './video.ts'

export type KnownSource = {
  readonly name: string
  /** Null when the source is on no list. */
  readonly kind: SourceKind | null
  /** The medium that the name or the host brings along. */
  readonly medium: string | null
}

/** In the order of precedence: a name on two lists has the kind of the first. */
export const hostLists: readonly HostList[] = [search, social, video, shopping, mail, assistants, ads]

const kindByName = new Map<string, SourceKind>()
const atHost = new Map<string, KnownSource>()
/** Hosts that stand for everything below them as well. */
const belowHost = new Map<string, KnownSource>()

for (const { kind, sources } of hostLists) {
  for (const [name, hosts] of Object.entries(sources)) {
    if (!kindByName.has(name)) kindByName.set(name, kind)
    const known = { name, kind: kindByName.get(name) ?? kind, medium: kind === 'ads' ? 'display' : null }
    for (const host of hosts) {
      const deep = host.startsWith('*.')
      const map = deep ? belowHost : atHost
      map.set((deep ? host.slice(2) : host).toLowerCase(), known)
    }
  }
}

const aliased = new Map<string, KnownSource>()
for (const [alias, name] of Object.entries(aliases.sources)) aliased.set(alias, sourceCalled(name, null))
for (const [alias, [name, medium]] of Object.entries(aliases.programs)) aliased.set(alias, sourceCalled(name, medium))

function sourceCalled(name: string, medium: string | null): KnownSource {
  const kind = kindByName.get(name) ?? null
  return { name, kind, medium: medium ?? (kind === 'ads' ? 'display' : null) }
}

/** `google.dk`, `google.co.uk`, `google.com.br` all end like one of the countries; `google.com.evil.example` does not. */
const ending = /\.(?:com|[a-z]{2}|(?:com?|org)\.[a-z]{2})$/

/** The known source that a host (lower case, without port) belongs to. */
export function sourceAt(host: string): KnownSource | undefined {
  const end = ending.exec(host)?.index ?? -1
  const anywhere = end > 0 ? `${host.slice(0, end)}.*` : undefined
  const bare = withoutPrefix(host)
  const found = atHost.get(bare) ?? atHost.get(host) ?? (anywhere && atHost.get(withoutPrefix(anywhere)))
  if (found) return found
  for (let from = 0; from !== -1; from = nextLabel(host, from)) {
    const below =
      belowHost.get(host.slice(from)) ?? (from < end ? belowHost.get(`${host.slice(from, end)}.*`) : undefined)
    if (below) return below
  }
  return undefined
}

/** The source that somebody wrote into a link: a name, an alias or a host, in any case. Unknown ones keep their name. */
export function sourceNamed(written: string): KnownSource {
  const name = written.toLowerCase()
  const known = aliased.get(name) ?? (kindByName.has(name) ? sourceCalled(name, null) : undefined)
  if (known) return known
  if (!name.includes('.')) return { name, kind: null, medium: null }
  const host = name.replace(/^https?:\/\//, '').replace(/\/.*$/, '')
  return sourceAt(host) ?? { name: withoutPrefix(host), kind: null, medium: null }
}

const mediums = new Map<string, string>(Object.entries(aliases.mediums))

/** The medium that somebody wrote into a link. */
export function mediumNamed(written: string): string {
  const name = written.toLowerCase()
  return mediums.get(name) ?? name
}

/** `www.` and `m.` say how a host is reached, not whose it is. */
export function withoutPrefix(host: string): string {
  return host.startsWith('www.') ? host.slice(4) : host.startsWith('m.') && host.includes('.', 2) ? host.slice(2) : host
}

function nextLabel(host: string, from: number): number {
  const dot = host.indexOf('.', from)
  return dot === -1 ? -1 : dot + 1
}
