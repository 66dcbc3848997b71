import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'

/** The only files of node_modules that are served: address -> module file and type. */
const files: Record<string, { file: string; type: string }> = {
  '/vendor/swagger-ui/swagger-ui.css': { file: 'swagger-ui-dist/swagger-ui.css', type: 'text/css' },
  '/vendor/swagger-ui/swagger-ui-bundle.js': {
    file: 'swagger-ui-dist/swagger-ui-bundle.js',
    type: 'text/javascript',
  },
}

/** Sends a listed file. @returns false when the path is not listed; nothing is written then */
export function sendVendor(path: string, response: ServerResponse): boolean {
  const entry = Object.hasOwn(files, path) ? files[path] : undefined
  if (!entry) return false
  const stream = createReadStream(createRequire(import.meta.url).resolve(entry.file))
  stream.once('open', () => {
    response.writeHead(200, {
      'content-type': `${entry.type}; charset=utf-8`,
      'cache-control': 'public, max-age=3600',
    })
    stream.pipe(response)
  })
  stream.once('error', () => response.writeHead(500).end())
  return true
}
