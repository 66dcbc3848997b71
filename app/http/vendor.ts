import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

type File = { file: string; type: string; cache?: string }

/** A part of the service worker. A browser looks for a new one at each start; an old one would show alerts as they once were. */
const worker = (path: string): File => ({
  file: fileURLToPath(new URL(`../ui/${path}`, import.meta.url)),
  type: 'text/javascript',
  cache: 'no-cache',
})

const icon = (name: string): [string, File] => [
  `/icons/${name}`,
  { file: fileURLToPath(new URL(`../ui/offline/icons/${name}`, import.meta.url)), type: 'image/png' },
]

/** The only files that are served as they are, of packages and the service worker: address -> file and type. */
const files = new Map<string, File>([
  ['/sw.js', worker('push/sw.js')],
  ['/sw-keep.js', worker('offline/keep.js')],
  ['/sw-share.js', worker('offline/share.js')],
  icon('any-192.png'),
  icon('any-512.png'),
  icon('maskable-512.png'),
  [
    '/vendor/maplibre-gl-worker.mjs',
    { file: require.resolve('maplibre-gl/dist/maplibre-gl-worker.mjs'), type: 'text/javascript' },
  ],
  [
    '/vendor/swagger-ui/swagger-ui.css',
    { file: require.resolve('swagger-ui-dist/swagger-ui.css'), type: 'text/css' },
  ],
  [
    '/vendor/swagger-ui/swagger-ui-bundle.js',
    { file: require.resolve('swagger-ui-dist/swagger-ui-bundle.js'), type: 'text/javascript' },
  ],
])

/** Sends a listed file. @returns false when the path is not listed; nothing is written then */
export function sendVendor(path: string, response: ServerResponse): boolean {
  const entry = files.get(path)
  if (!entry) return false
  const stream = createReadStream(entry.file)
  stream.once('open', () => {
    response.writeHead(200, {
      'content-type': entry.type.startsWith('text/') ? `${entry.type}; charset=utf-8` : entry.type,
      'cache-control': entry.cache ?? 'public, max-age=3600',
    })
    stream.pipe(response)
  })
  stream.once('error', () => response.writeHead(500).end())
  return true
}
