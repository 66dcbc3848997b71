import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { german } from '../ui/messages/de/german.ts'

/** All words of German, for pages in German alone: English is in the scripts of each page. */
const script = `snpdWords=(words=>part=>words[part])(${JSON.stringify(german)})`
const packed = gzipSync(script, { level: 9 })

/** Its name changes with its words: it is kept for ever. */
export const wordsPath = `/words/de.${createHash('sha256').update(script).digest('hex').slice(0, 16)}.js`

/** Sends the words. @returns false when the path names no words; nothing is written then */
export function sendWords(path: string, request: IncomingMessage, response: ServerResponse): boolean {
  if (path !== wordsPath) return false
  const packs = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  response.writeHead(200, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    ...(packs && { 'content-encoding': 'gzip' }),
  })
  response.end(packs ? packed : script)
  return true
}
