import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../scripts/engines/ports.ts'
import { createHandler } from './handler.ts'
import { close, listen, newServer } from './listen.ts'
import { wordsPath } from './words.ts'

async function startSite(): Promise<string> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const site = { origin, port, development: false, connect: [] }
  const pages = () => undefined
  const server = newServer(createHandler({ ...site, api: pages, pages }))
  await listen(server, port)
  onTestFinished(() => close(server))
  return origin
}

test('the words of German are one file, kept for ever, packed for whoever can unpack it', async () => {
  const origin = await startSite()
  const ask = (encoding: string) => fetch(origin + wordsPath, { headers: { 'accept-encoding': encoding } })
  const plain = await ask('identity')
  expect(plain.headers.get('cache-control')).toContain('immutable')
  expect(plain.headers.get('vary')).toBe('accept-encoding')
  const script = await plain.text()
  const packed = await ask('gzip')
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(await packed.text()).toBe(script)
  const page: { snpdWords?: (part: string) => Record<string, string> } = {}
  new Function('globalThis', script.replace(/^snpdWords/, 'globalThis.snpdWords'))(page)
  expect(page.snpdWords?.('drop/gate')?.held).toBe('gehalten')
})

test('a language is chosen by a plain address, which leads back to a page of ours', async () => {
  const origin = await startSite()
  const choose = (query: string) => fetch(`${origin}/language?${query}`, { redirect: 'manual' })
  const chosen = await choose('locale=de&back=/drops')
  expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/drops'])
  expect(chosen.headers.get('set-cookie')).toBe('locale=de; Path=/; Max-Age=31536000; SameSite=Lax')
  expect((await choose('locale=de&back=//evil.example')).headers.get('location')).toBe('/')
  const unknown = await choose('locale=fr')
  expect([unknown.status, unknown.headers.get('set-cookie')]).toEqual([422, null])
})
