import { mkdtempSync } from 'node:fs'
import { createServer, type OutgoingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { offersLd } from '../../test/fixtures/shops/stock-wild/shape.ts'
import { openDiskGate } from '../checkout/gate.ts'
import { runMonitor } from './run.ts'

// Answers that are not the page, though they look like it.

type Answer = { status?: number; headers?: OutgoingHttpHeaders; body?: string | Buffer }

const sizes = ['9', '10']

/** Two sources that agree: believed at one look. */
function picker(...gone: string[]): string {
  const terms = sizes.map((size): [string, string] => [size, gone.includes(size) ? 'OutOfStock' : 'InStock'])
  const choices = sizes.map((size) => `<button${gone.includes(size) ? ' disabled' : ''}>${size}</button>`)
  return `<h1>Tern</h1>${offersLd('Tern', Object.fromEntries(terms))}<div class="sizes">${choices.join('')}</div><button>Add to cart</button>`
}

/** Watches a page that answers one after the other, the last again and again. @returns the lines, as they come */
async function watching(answers: Record<string, Answer[]>): Promise<{ lines: string[]; asked: string[] }> {
  const asked: string[] = []
  const lines: string[] = []
  const server = createServer((request, response) => {
    const [next, ...more] = answers[request.url ?? ''] ?? [{ status: 404 }]
    if (more.length > 0) answers[request.url ?? ''] = more
    asked.push(request.url ?? '')
    const headers = { 'content-type': 'text/html; charset=utf-8', ...next?.headers }
    response.writeHead(next?.status ?? 200, headers).end(next?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const folder = mkdtempSync(join(tmpdir(), 'snpd-monitor-'))
  const stopping = new AbortController()
  const ended = runMonitor({
    ...{ url: new URL(`http://127.0.0.1:${port}/products/tern`), everyMs: 20, size: undefined, once: false },
    ...{
      forMs: undefined,
      gate: openDiskGate(folder, folder),
      guard: { loopback: true },
      browser: undefined,
    },
    stopping: stopping.signal,
    screen: {
      say: () => undefined,
      tell: ({ now, before }) => void lines.push(`${now.size}: ${before?.state ?? 'first'} -> ${now.state}`),
    },
  })
  onTestFinished(async () => {
    stopping.abort()
    await ended
    server.closeAllConnections()
    server.close()
  })
  return { lines, asked }
}

const shows = { timeout: 60_000 }
const first = ['9: first -> in', '10: first -> out']
const page = '/products/tern'

test.each(['/', '/collections/all', '/products/gull'])(
  'led on to %s, nobody knows of the pair',
  async (to) => {
    const { lines } = await watching({
      [page]: [{ body: picker('10') }, { status: 302, headers: { location: to } }],
      [to]: [{ body: picker() }],
    })
    await expect.poll(() => lines, shows).toEqual([...first, '9: in -> unknown', '10: out -> unknown'])
  },
)

test('led on to the same page elsewhere in the shop, it is read there', async () => {
  const to = '/en-us/products/tern/'
  const { lines } = await watching({
    [page]: [{ status: 301, headers: { location: to } }],
    [to]: [{ body: picker('10') }],
  })
  await expect.poll(() => lines, shows).toEqual(first)
})

test('an older copy out of a cache is no news', async () => {
  const at = (ms: number) => new Date(Date.UTC(2026, 10, 23, 9) + ms).toUTCString()
  const fresh = (ms: number, ...gone: string[]) => ({
    headers: { date: at(ms), age: '0' },
    body: picker(...gone),
  })
  const stale = (ms: number) => ({ headers: { date: at(ms), age: '600' }, body: picker() })
  const { lines, asked } = await watching({
    [page]: [fresh(0, '10'), stale(10_000), fresh(20_000, '10'), stale(30_000), fresh(40_000, '9', '10')],
  })
  await expect.poll(() => lines, shows).toEqual([...first, '9: in -> out'])
  expect(asked.filter((each) => each === page).length).toBeGreaterThan(4)
})

test('a page in a charset that it names itself is read in it', async () => {
  const text =
    '<meta charset="windows-1252"><h1>Tern</h1><select name="taille"><option>42<option>43 - épuisé</select>'
  const { lines } = await watching({
    [page]: [{ headers: { 'content-type': 'text/html' }, body: Buffer.from(text, 'latin1') }],
  })
  await expect.poll(() => lines, shows).toEqual(['42: first -> in', '43: first -> out'])
})

test('a page that lists nothing any more says of nothing that it is out', async () => {
  const { lines } = await watching({
    [page]: [{ body: picker('10') }, { body: '<h1>Back soon</h1><p>Sorry!</p>' }],
  })
  await expect.poll(() => lines, shows).toEqual([...first, '9: in -> unknown', '10: out -> unknown'])
})
