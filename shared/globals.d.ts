/**
 * The web globals that pure code (shared, domain, ports, flow) may use: deterministic, without I/O, the same in Node and
 * in a browser. What reads a clock, a network or a disk stays undeclared, so that using it is a type error.
 */

declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string | Readonly<Record<string, string>> | Iterable<readonly [string, string]> | URLSearchParams)
  append(name: string, value: string): void
  delete(name: string): void
  get(name: string): string | null
  getAll(name: string): string[]
  has(name: string): boolean
  set(name: string, value: string): void
  sort(): void
  keys(): IterableIterator<string>
  values(): IterableIterator<string>
  entries(): IterableIterator<[string, string]>
  [Symbol.iterator](): IterableIterator<[string, string]>
  readonly size: number
  toString(): string
}

declare class URL {
  static canParse(url: string, base?: string | URL): boolean
  constructor(url: string, base?: string | URL)
  hash: string
  host: string
  hostname: string
  href: string
  readonly origin: string
  password: string
  pathname: string
  port: string
  protocol: string
  search: string
  readonly searchParams: URLSearchParams
  username: string
  toString(): string
  toJSON(): string
}

declare class TextEncoder {
  encode(text?: string): Uint8Array
}
