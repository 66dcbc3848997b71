import { promisify } from 'node:util'
import { brotliDecompress, brotliDecompressSync, gunzip, gunzipSync } from 'node:zlib'
import { Final } from '../../core/errors.ts'
import type { Answer } from './exchange.ts'

const gzip = { now: gunzipSync, later: promisify(gunzip) }
const ways = new Map([
  ['gzip', gzip],
  ['x-gzip', gzip],
  ['br', { now: brotliDecompressSync, later: promisify(brotliDecompress) }],
])

/** Smaller bodies are unpacked at once: a thread costs more than they do. Bytes as sent. */
const SMALL = 32 * 1024

const NAMED = /charset\s*=\s*["']?([\w:-]{1,40})/i
/** Pages that name their charset themselves do so within these first bytes (HTML, 13.2.3.2). */
const HEAD = 1024

/** By the header; else by the page itself, as browsers do; else UTF-8. */
function charsetOf(bytes: Buffer, type: string | undefined): string {
  const said = NAMED.exec(type ?? '')?.[1]
  if (said) return said
  const head = bytes.subarray(0, HEAD)
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  const meta = /<(?:meta|\?xml)\b[^>]*/i.exec(head.toString('latin1'))
  return meta ? (NAMED.exec(head.toString('latin1'))?.[1] ?? 'utf-8') : 'utf-8'
}

function decode(bytes: Buffer, type: string | undefined): string {
  const charset = charsetOf(bytes, type).toLowerCase()
  if (charset === 'utf-8' || charset === 'utf8') return bytes.toString('utf8')
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    // A name that nobody knows.
    return bytes.toString('utf8')
  }
}

function unreadable(cause: unknown, maxBytes: number): Final {
  const isLarge = cause instanceof RangeError
  return new Final({
    code: isLarge ? 'url.too-large' : 'url.unreadable',
    message: isLarge
      ? `The answer is larger than ${maxBytes} bytes unpacked.`
      : 'The answer is packed in a way that cannot be unpacked.',
    fix: 'Give an address that answers with a page of the usual kind.',
    cause,
  })
}

/**
 * An answer's body as text, gzip and Brotli unpacked.
 * @param maxBytes of what is unpacked
 * @throws Final `url.too-large`, `url.unreadable`
 */
export async function textOf({ body, headers }: Answer, maxBytes = 2 ** 23): Promise<string> {
  const packing = headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  const type = headers['content-type']
  if (packing === 'identity' || packing === '' || body.length === 0) return decode(body, type)
  const way = ways.get(packing)
  if (!way) throw unreadable(new Error(`Content-Encoding: ${packing}`), maxBytes)
  const options = { maxOutputLength: maxBytes }
  try {
    return decode(body.length <= SMALL ? way.now(body, options) : await way.later(body, options), type)
  } catch (cause) {
    throw unreadable(cause, maxBytes)
  }
}
