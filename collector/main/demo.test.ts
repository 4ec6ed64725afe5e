/** Filling the demo site: once is enough, nothing is left to compute, and nobody is told. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { destinationId } from '@leadtrail/shared/ids'
import { instant } from '@leadtrail/shared/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openArchive, openRegistry, openStore } from '../store/open.ts'
import { type DemoProgress, fillDemo } from './demo.ts'
import { ensureDemoSite } from './demo-site.ts'

const until = '2024-12-31'
const visits = 500

let dataDir = ''
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'leadtrail-demo-'))))
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** A mail destination that the demo site has had since the day. */
async function addDestination(createdAt: number): Promise<void> {
  const [registry, archive] = [openRegistry(dataDir), openArchive(dataDir)]
  const site = await ensureDemoSite(archive.port, registry.port, 'localhost', instant(createdAt))
  const destination = { id: destinationId('d_sales'), kind: 'mail', to: 'sales@nordbor.example' } as const
  await registry.port.addDestination(site.id, {
    ...destination, secret: undefined, createdAt: instant(createdAt), disabledAt: undefined,
  }) // prettier-ignore
  archive.close()
  registry.close()
}

describe('fillDemo()', () => {
  it('makes the site, records the year and projects it whole', async () => {
    const heard: DemoProgress[] = []
    const filled = await fillDemo({ dataDir, until, visits, onProgress: (progress) => heard.push(progress) })
    expect(filled).toMatchObject({ site: 'demo', from: '2024-01-02', until })
    expect(filled.stored).toBeGreaterThan(1000)
    expect(filled.quarantined).toBeGreaterThan(10)
    expect(filled.events).toBe(filled.stored + filled.duplicate + filled.quarantined)
    expect(filled.leads).toBeGreaterThan(0)
    const store = openStore(dataDir)
    expect(await store.port.dirtyCount()).toBe(0)
    expect(await store.port.inboxSeq()).toBe(0)
    store.close()
    for (const phase of ['record', 'project'] as const) {
      const last = heard.findLast((progress) => progress.phase === phase)
      expect(last?.done).toBe(last?.total)
    }
  })

  it('stores nothing the second time', async () => {
    const first = await fillDemo({ dataDir, until, visits })
    const second = await fillDemo({ dataDir, until, visits })
    expect(second).toMatchObject({ stored: 0, quarantined: 0, events: first.events, leads: first.leads })
    expect(second.duplicate).toBe(second.events)
  })

  it('ends the year before the first destination was added, so that nobody is told of an invented lead', async () => {
    await addDestination(Date.UTC(2024, 10, 15, 12))
    const filled = await fillDemo({ dataDir, until, visits: 2000 })
    expect(filled).toMatchObject({ from: '2023-11-16', until: '2024-11-14' })
    expect(filled.leads).toBeGreaterThan(5)
    const archive = openArchive(dataDir)
    const site = await archive.port.siteOf('demo')
    expect(site && (await archive.port.deliveries(site.id, undefined, 10))).toEqual([])
    archive.close()
  })

  it.each(['2024-02-30', 'yesterday', '2999-01-01'])('refuses a year that ends on %s', async (day) => {
    await expect(fillDemo({ dataDir, until: day, visits })).rejects.toThrow('it must be a day up to')
  })
})
