import { expect, test } from 'vitest'
import { serve } from '../../test/support/street.ts'
import { openStatics } from './statics.ts'

const FILE = Buffer.alloc(8 * 2 ** 20, ' ')

/** A shop of this machine whose page is built with files, and how many of them were asked for. */
async function openHost(body: Buffer) {
  let asked = 0
  const port = await serve((_, response) => {
    asked++
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(body)
  })
  const statics = openStatics({ origins: ['http://127.0.0.1:1'] })
  const load = (name: number) => statics(`http://127.0.0.1:${port}/static/${name}.js`, 'script')
  return { load, asked: () => asked }
}

test('a file is asked for once, however often the page names it', async () => {
  const { load, asked } = await openHost(Buffer.from('1'))
  const files = await Promise.all([load(1), load(1), load(2)])
  expect(files.map((file) => file?.body.toString())).toEqual(['1', '1', '1'])
  expect(asked()).toBe(2)
})

test('a page that is built with ever more files is given no more than our memory bears', async () => {
  const { load, asked } = await openHost(FILE)
  const names = Array.from({ length: 40 }, (_, name) => name)
  const files = await Promise.all(names.map(load))
  // 64 MiB are eight of them; five more may be under way when the eighth is counted.
  expect(files.filter(Boolean).length).toBeGreaterThanOrEqual(8)
  expect(files.filter(Boolean).length).toBeLessThanOrEqual(13)
  expect(asked()).toBeLessThanOrEqual(13)
})
