import { gzipSync } from 'node:zlib'

/** But not what is for browsers without modules alone. */
const scripts = /<script(?![^>]*nomodule)[^>]+src="(\/(?:_next\/static|words)\/[^"]+\.js[^"]*)"/gi

/** The scripts that a page's HTML asks for, gzipped, in KiB: what stands between the first byte and a page that is alive. */
export async function firstLoad(origin: string, path: string, cookie: string): Promise<number> {
  const html = await (await fetch(origin + path, { headers: { cookie } })).text()
  const names = [...new Set([...html.matchAll(scripts)].map(([, name = '']) => name))]
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(await (await fetch(origin + name)).arrayBuffer()).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}
