/**
 * The walls: who may import whom. A copy of every project file, with one small module in each folder, is built as it may
 * be; then every import that must not be is tried, and the compiler (for a few, the linter) has to refuse each.
 */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const { resolve } = createRequire(import.meta.url)

/** Each folder and what it may import. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  tracker: ['shared'],
  dashboard: ['shared'],
  'collector/domain': ['shared'],
  'collector/ports': ['collector/domain', 'shared'],
  'collector/flow': ['collector/ports', 'collector/domain', 'shared'],
  'collector/store': ['collector/ports', 'collector/domain', 'shared'],
  'collector/http': ['collector/flow', 'collector/ports', 'collector/domain', 'shared'],
  'collector/destinations': ['collector/ports', 'collector/domain', 'shared'],
  'collector/system': ['collector/ports', 'collector/domain', 'shared'],
  'collector/main': [
    'collector/http',
    'collector/flow',
    'collector/store',
    'collector/destinations',
    'collector/system',
    'collector/ports',
    'collector/domain',
    'shared',
  ],
  'collector/cli': [
    'collector/main',
    'collector/http',
    'collector/flow',
    'collector/store',
    'collector/destinations',
    'collector/system',
    'collector/ports',
    'collector/domain',
    'shared',
  ],
}
const folders = Object.keys(allowed)
const mayImport = (from: string, to: string): boolean => from === to || (allowed[from] ?? []).includes(to)
const forbidden = folders.flatMap((from) =>
  folders.filter((to) => !mayImport(from, to)).map((to) => [from, to] as const),
)

/** What belongs to a platform, as a statement that uses it. */
const platform: Readonly<Record<string, string>> = {
  process: 'export const probe = process.pid',
  fetch: "export const probe = fetch('https://example.com/')",
  setTimeout: 'export const probe = setTimeout',
  console: 'export const probe = console',
  crypto: 'export const probe = crypto',
  document: 'export const probe = document',
  'node:fs': "import { readFileSync } from 'node:fs'\nexport const probe = readFileSync",
}
const pure = ['shared', 'collector/domain', 'collector/ports', 'collector/flow']
const platformCases = pure.flatMap((folder) => Object.keys(platform).map((what) => [folder, what] as const))

/** What only the linter sees: the folder, what is wrong, the rule that says so, the code. */
const lintCases: readonly (readonly [string, string, string, string])[] = [
  ['collector/domain', 'the clock', 'no-restricted-globals', 'export const probe = Date.now()'],
  ['collector/flow', 'the clock', 'no-restricted-globals', 'export const probe = new Date()'],
  ['collector/domain', 'chance', 'no-restricted-properties', 'export const probe = Math.random()'],
  ['collector/flow', 'chance', 'no-restricted-properties', 'export const probe = Math.random()'],
  ['shared', 'the clock', 'no-restricted-properties', 'export const probe = Date.now()'],
  ['collector/domain', 'a package that reaches the world', 'no-restricted-imports', "export * from 'better-sqlite3'"],
  ['tracker', 'a value of shared', 'no-restricted-imports', "import { door } from '@leadtrail/shared/door'\nvoid door"],
  ['collector/store', 'a ring', 'no-cycle', "import { ring } from './ring.ts'\nexport const probe = () => ring"],
  ['collector/http', 'a default export', 'no-default-export', 'export default 1'],
  ['dashboard', 'any', 'no-explicit-any', 'export const probe = (x: any) => x'],
  ['dashboard', 'a non-null assertion', 'no-non-null-assertion', 'export const probe = (x?: string) => x!'],
]

let copy = ''
let built = ''
let lint = ''
const refusals = new Map<string, string>()
const write = (file: string, text: string): void => writeFileSync(path.join(copy, file), `${text}\n`)
const doorOf = (from: string, to: string): string =>
  to === 'shared' ? '@leadtrail/shared/door' : `${path.posix.relative(from, to)}/door.ts`
const nameOf = (what: string): string => what.replaceAll(/\W/g, '-')

/** Runs a tool in the copy and answers all it had to say. */
function said(tool: string, bin: string, ...args: string[]): Promise<string> {
  const script = path.join(path.dirname(resolve(`${tool}/package.json`)), 'bin', bin)
  return new Promise((done) => {
    execFile(process.execPath, [script, ...args], { cwd: copy }, (_, stdout, stderr) => done(stdout + stderr))
  })
}

/** Copies the project files, and puts one module into each folder that imports all it may. */
function makeCopy(): void {
  copy = mkdtempSync(path.join(tmpdir(), 'leadtrail-walls-'))
  mkdirSync(path.join(copy, 'node_modules/@leadtrail'), { recursive: true })
  symlinkSync(path.join(root, 'node_modules/@types'), path.join(copy, 'node_modules/@types'), 'junction')
  symlinkSync(path.join(copy, 'shared'), path.join(copy, 'node_modules/@leadtrail/shared'), 'junction')
  const everywhere = ['.', 'collector', 'test', ...folders].flatMap((folder) =>
    ['package.json', 'tsconfig.json'].map((file) => path.join(folder, file)),
  )
  for (const file of ['.oxlintrc.json', 'shared/tsconfig.base.json', 'shared/globals.d.ts', ...everywhere]) {
    if (existsSync(path.join(root, file))) cpSync(path.join(root, file), path.join(copy, file))
  }
  for (const [folder, doors] of Object.entries({ ...allowed, test: folders })) {
    write(`${folder}/door.ts`, "export type Door = 'door'\nexport const door: Door = 'door'")
    const imports = doors.map((to, place) => `import type { Door as Door${place} } from '${doorOf(folder, to)}'`)
    const types = ['never', ...doors.map((_, place) => `Door${place}`)]
    write(`${folder}/imports.ts`, [...imports, `export type Doors = ${types.join(' | ')}`].join('\n'))
  }
  write('collector/http/shared.ts', "import { door } from '@leadtrail/shared/door'\nexport const here = door")
}

/** Puts a file for every import that must not be into its folder. */
function breakWalls(): void {
  for (const [from, to] of forbidden) {
    write(`${from}/to-${nameOf(to)}.ts`, `import type { Door } from '${doorOf(from, to)}'\nexport type Probe = Door`)
  }
  for (const [folder, what] of platformCases) write(`${folder}/uses-${nameOf(what)}.ts`, platform[what] ?? '')
}

beforeAll(async () => {
  makeCopy()
  built = await said('typescript', 'tsc', '-b')
  lint = await said('oxlint', 'oxlint', '--format', 'unix')
  breakWalls()
  await Promise.all(
    folders.map(async (folder) => refusals.set(folder, await said('typescript', 'tsc', '-p', folder, '--noEmit'))),
  )
}, 60_000)

afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('walls', () => {
  it('every import that may be compiles, and the linter has nothing against it', () => {
    expect(built).toBe('')
    expect(existsSync(path.join(copy, 'collector/dist/cli/imports.js'))).toBe(true)
    expect(lint).toMatch(/^\s*$|0 problems/)
  })

  it.each(forbidden)('%s cannot import %s', (from, to) => {
    const file = `${from}/to-${nameOf(to)}.ts`
    const lines = (refusals.get(from) ?? '').split('\n').filter((line) => line.startsWith(`${file}(`))
    expect(lines.join('\n')).toMatch(/TS(6059|6307|6202)/)
  })

  it.each(platformCases)('%s does not know %s', (folder, what) => {
    const file = `${folder}/uses-${nameOf(what)}.ts`
    const lines = (refusals.get(folder) ?? '').split('\n').filter((line) => line.startsWith(`${file}(`))
    expect(lines.join('\n')).toMatch(/TS(2304|2307|2503|2580|2584|2591)/)
  })

  it('the linter refuses what the compiler cannot see', async () => {
    write('collector/store/ring.ts', "import { probe } from './lint-7.ts'\nexport const ring = () => probe")
    lintCases.forEach(([folder, , , code], place) => write(`${folder}/lint-${place}.ts`, code))
    const found = await said('oxlint', 'oxlint', '--format', 'unix')
    for (const [place, [folder, what, rule]] of lintCases.entries()) {
      const lines = found.split('\n').filter((line) => line.includes(`${folder}/lint-${place}.ts:`))
      expect(lines.join('\n'), `${folder}: ${what}`).toContain(rule)
    }
  })

  it('the table above is what the project files say', () => {
    for (const [folder, doors] of Object.entries(allowed)) {
      const { references } = JSON.parse(readFileSync(path.join(root, folder, 'tsconfig.json'), 'utf8')) as {
        references: { path: string }[]
      }
      const named = references.map((reference) => path.posix.join(folder, reference.path))
      expect(named.toSorted(), folder).toEqual([...doors].toSorted())
    }
  })
})
