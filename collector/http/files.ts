/** Files served from memory: read once at start, with an ETag and compressed once each. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context } from 'hono'

export type ServedFile = {
  readonly type: string
  readonly etag: string
  /** The beginning of its SHA-256, for addresses that change with the content. */
  readonly hash: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly packed: (encoding: 'br' | 'gzip') => Uint8Array<ArrayBuffer>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
}
const packable = new Set(['.html', '.js', '.css', '.svg'])

/** @throws when the file is not there or of no kind that we serve. */
export function servedFile(file: string): ServedFile {
  const ending = path.extname(file)
  const type = types[ending]
  if (!type) throw new Error(`not a kind of file that is served: ${path.basename(file)}`)
  return served(readFileSync(file), type, packable.has(ending))
}

/** A text of our own as a file. */
export const servedText = (text: string, type: string): ServedFile => served(Buffer.from(text), type, true)

function served(content: Buffer, type: string, packs: boolean): ServedFile {
  const bytes = new Uint8Array(content)
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 16)
  const packed = new Map<string, Uint8Array<ArrayBuffer>>()
  const pack = (encoding: 'br' | 'gzip') =>
    encoding === 'gzip'
      ? gzipSync(bytes, { level: 9 })
      : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } })
  return {
    type,
    hash,
    etag: `"${hash}"`,
    bytes,
    packed(encoding) {
      if (!packs) return bytes
      const known = packed.get(encoding) ?? new Uint8Array(pack(encoding))
      packed.set(encoding, known)
      return known
    },
  }
}

/** The files of a folder that are of a kind that we serve, by their path below it. */
export function servedFolder(
  folder: string,
  options: { readonly recursive: boolean },
): ReadonlyMap<string, ServedFile> {
  const files = readdirSync(folder, { recursive: options.recursive, encoding: 'utf8' }).filter((file) =>
    Object.hasOwn(types, path.extname(file)),
  )
  return new Map(files.map((file) => [file.replaceAll(path.sep, '/'), servedFile(path.join(folder, file))]))
}

/** Answers with the file, with nothing when the asker has it already, packed when the asker can unpack it. */
export function send(c: Context, file: ServedFile, cacheControl: string): Response {
  c.header('etag', file.etag)
  c.header('cache-control', cacheControl)
  c.header('vary', 'accept-encoding')
  if (isKnown(c.req.header('if-none-match'), file.etag)) return c.body(null, 304)
  c.header('content-type', file.type)
  const encoding = encodingOf(c.req.header('accept-encoding'))
  const bytes = encoding ? file.packed(encoding) : file.bytes
  if (encoding && bytes !== file.bytes) c.header('content-encoding', encoding)
  return c.body(bytes)
}

/** Compares weakly, as RFC 9110 13.1.2 has it: a proxy may have weakened our tag. */
function isKnown(header: string | undefined, etag: string): boolean {
  if (!header) return false
  return header.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
}

function encodingOf(header: string | undefined): 'br' | 'gzip' | undefined {
  const accepted = (header ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0])
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
}
