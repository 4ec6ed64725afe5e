/** Facts about the host lists as data, and about looking hosts up in them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aliases } from './aliases.ts'
import { hostLists, sourceAt, sourceNamed } from './directory.ts'

const entries = hostLists.flatMap((list) =>
  Object.entries(list.sources).flatMap(([name, hosts]) => hosts.map((host) => ({ kind: list.kind, name, host }))),
)

describe('the host lists', () => {
  it('name a version and an origin each', () => {
    for (const list of hostLists) {
      expect(list.version).toMatch(/^20\d\d-\d\d$/)
      expect(list.origin).not.toBe('')
    }
  })

  it('hold every host once', () => {
    const hosts = entries.map((entry) => entry.host.toLowerCase())
    expect(hosts.filter((host, place) => hosts.indexOf(host) !== place)).toEqual([])
  })

  it('hold nothing but hosts, without prefix, path or port', () => {
    for (const { host } of entries) {
      expect(host).toMatch(/^(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(\.\*)?$/)
      expect(host).not.toMatch(/^(\*\.)?(www|m)\.[^.]+\./)
    }
  })

  it('have no alias that leads to an unknown source, save the words for e-mail', () => {
    const names = new Set([...entries.map((entry) => entry.name), 'newsletter', 'email'])
    const meant = [...Object.values(aliases.sources), ...Object.values(aliases.programs).map(([name]) => name)]
    expect(meant.filter((name) => !names.has(name))).toEqual([])
  })
})

describe('sourceAt()', () => {
  it.each(entries.map(({ host, name }) => [host, name] as const))('finds %s', (host, name) => {
    const at = host.toLowerCase().replace('.*', '.dk')
    expect(sourceAt(at.replace('*.', ''))?.name).toBe(name)
    if (host.startsWith('*.')) expect(sourceAt(at.replace('*', 'deep.below'))?.name).toBe(name)
  })

  it('does not take a host for another that it only begins, ends or hides', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...entries),
        fc.constantFrom('evil.example', 'zip', 'com.evil.example', 'dk.example'),
        ({ host }, behind) => {
          expect(sourceAt(`${host.toLowerCase().replace('*.', '').replace('.*', '.com')}.${behind}`)).toBeUndefined()
        },
      ),
    )
    for (const host of [
      'notgoogle.com',
      'google.evil.dk',
      'xfacebook.com',
      'at.co',
      'evil-bing.com',
      '',
      '.',
      '...',
      'com',
      'google',
    ])
      expect(sourceAt(host)).toBeUndefined()
  })
})

describe('sourceNamed()', () => {
  it('keeps the name of what it does not know, in lower case', () => {
    expect(sourceNamed('Messe 2026')).toEqual({ name: 'messe 2026', kind: null, medium: null })
  })

  it('knows a host, an address and a name alike', () => {
    for (const written of ['Facebook', 'fb', 'www.facebook.com', 'https://m.facebook.com/page'])
      expect(sourceNamed(written)).toEqual({ name: 'facebook', kind: 'social', medium: null })
  })

  it('is not led astray by names that objects have by birth', () => {
    for (const written of ['constructor', '__proto__', 'toString']) expect(sourceNamed(written).kind).toBeNull()
  })
})
