import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

const SITE = 'https://snpd.example'
const code = ['keep.js', 'share.js', '../push/sw.js'].map((name) =>
  readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8'),
)
const [keep = ''] = code

/** Caches as a browser has them, in memory. */
function memoryCaches() {
  const all = new Map<string, Map<string, Response>>()
  const keyOf = (asked: string | { url: string }) =>
    new URL(typeof asked === 'string' ? asked : asked.url, SITE).href
  const open = async (name: string) => {
    const cache = all.get(name) ?? new Map<string, Response>()
    all.set(name, cache)
    return {
      match: async (asked: string) => cache.get(keyOf(asked))?.clone(),
      put: async (asked: string, response: Response) => void cache.set(keyOf(asked), response),
      delete: async (asked: string | { url: string }) => cache.delete(keyOf(asked)),
      keys: async () => [...cache.keys()].map((url) => ({ url })),
    }
  }
  return { all, open, delete: async (name: string) => all.delete(name) }
}

type Serve = (path: string) => Promise<Response>

const html = (words: string) =>
  new Response(`<!DOCTYPE html><html lang="en"><title>${words}</title></html>`, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': 'nonce' },
  })

/** The worker as it is served, before a server that answers so. */
function startWorker(serve: Serve) {
  const listeners = new Map<string, (event: unknown) => void>()
  const caches = memoryCaches()
  const self = {
    addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    location: { origin: SITE },
    registration: {},
    clients: { matchAll: async () => [] },
  }
  const fetched = (asked: string | { url: string }) =>
    serve(new URL(typeof asked === 'string' ? asked : asked.url, SITE).pathname)
  const globals = { self, caches, fetch: fetched, navigator: {}, setTimeout: () => 0 }
  runInNewContext(keep, { ...globals, URL, Response, Headers, Date, Promise, Error, Math })
  /** What is answered, after all that the worker does for it; null: it leaves it to the browser. */
  const ask = async (path: string, { method = 'GET', mode = 'navigate', headers = {} } = {}) => {
    const waits: Promise<unknown>[] = []
    let answered: Promise<Response> | null = null
    listeners.get('fetch')?.({
      request: { url: SITE + path, method, mode, headers: new Headers(headers) },
      waitUntil: (work: Promise<unknown>) => waits.push(work),
      respondWith: (answer: Promise<Response>) => {
        answered = answer
      },
    })
    const answer = answered ? await (answered as Promise<Response>) : null
    await Promise.all(waits)
    return answer
  }
  const pages = () => [...(caches.all.get('snpd-pages-1')?.keys() ?? [])].map((url) => url.replace(SITE, ''))
  return { ask, pages }
}

const gone = () => Promise.reject(new TypeError('no network'))

test('a page that was read is shown as it was, with its headers, and says of when it is', async () => {
  let up = true
  const { ask } = startWorker(async (path) => (up ? html(`page ${path}`) : gone()))
  await ask('/drops')
  up = false
  const kept = await ask('/drops')
  expect(kept?.headers.get('content-security-policy')).toBe('nonce')
  expect(await kept?.text()).toMatch(/<html data-kept="\d{4}-[^"]+Z" lang="en"><title>page \/drops</)
})

test('a page that was not read, or is nobody else’s business, is the shell', async () => {
  let up = true
  const { ask, pages } = startWorker(async (path) => (up ? html(`page ${path}`) : gone()))
  await ask('/')
  for (const path of ['/me', '/ledger', '/checkouts/1', '/moderation', '/operator', '/groups/new']) {
    await ask(path)
    expect(pages()).not.toContain(path)
  }
  up = false
  for (const path of ['/me', '/calendar']) expect(await (await ask(path))?.text()).toContain('page /offline')
})

test('errors and other things than pages are not kept', async () => {
  const { ask, pages } = startWorker(async (path) =>
    path === '/drops'
      ? new Response('no', { status: 500, headers: { 'content-type': 'text/html' } })
      : Response.json({}),
  )
  await ask('/drops')
  await ask('/restocks')
  expect(pages()).toEqual([])
})

test.each([
  ['POST', '/api/auth/logout'],
  ['POST', '/api/auth/verify'],
  ['POST', '/api/users/login'],
  ['POST', '/api/users/register'],
  ['DELETE', '/api/me'],
])('%s %s forgets every page', async (method, path) => {
  const { ask, pages } = startWorker(async () => html('mine'))
  await ask('/drops')
  expect(pages()).toContain('/drops')
  expect(await ask(path, { method, mode: 'cors' })).toBeNull()
  expect(pages()).toEqual([])
})

test('who chooses another language finds no page in the one before', async () => {
  const { ask, pages } = startWorker(async (path) =>
    path === '/language' ? new Response(null, { status: 200 }) : html('mine'),
  )
  await ask('/drops')
  await ask('/language?locale=de&back=/drops')
  expect(pages()).not.toContain('/drops')
})

test('a page is kept with the words of its language', async () => {
  const fetched: string[] = []
  const { ask } = startWorker(async (path) => {
    fetched.push(path)
    return path.endsWith('.js')
      ? new Response('words', { headers: { 'cache-control': 'max-age=1, immutable' } })
      : html('<script src="/words/de.0123.js"></script>')
  })
  await ask('/drops')
  expect(fetched).toContain('/words/de.0123.js')
  expect(await (await ask('/words/de.0123.js', { mode: 'no-cors' }))?.text()).toBe('words')
  expect(fetched.filter((path) => path.endsWith('.js'))).toHaveLength(1)
})

test('what was on its way when the reader changed is not kept', async () => {
  let finish: (response: Response) => void = () => undefined
  const slow = new Promise<Response>((resolve) => {
    finish = resolve
  })
  const { ask, pages } = startWorker((path) => (path === '/drops' ? slow : Promise.resolve(html(path))))
  const asked = ask('/drops')
  await ask('/api/auth/logout', { method: 'POST', mode: 'cors' })
  finish(html('of who was here before'))
  await asked
  expect(pages().sort()).toEqual(['/offline', '/posts/new'])
})

test('a click inside the site has the page kept beside it, and looking ahead does not', async () => {
  const { ask, pages } = startWorker(async (path) => html(path))
  const click = { mode: 'cors', headers: { rsc: '1' } }
  await ask('/restocks?_rsc=1', { ...click, headers: { rsc: '1', 'next-router-prefetch': '1' } })
  expect(pages()).toEqual([])
  expect(await ask('/restocks?_rsc=1', click)).toBeNull()
  expect(pages()).toEqual(['/restocks'])
})

test('forty pages are kept, those that were read last, and the essentials beside them', async () => {
  const { ask, pages } = startWorker(async (path) => html(path))
  for (let index = 0; index < 45; index++) await ask(`/drops/${index}`)
  const all = pages()
  expect(all).toHaveLength(42)
  expect(all).toEqual(expect.arrayContaining(['/offline', '/posts/new', '/drops/44', '/drops/5']))
  expect(all).not.toContain('/drops/4')
})

test('the parts of the worker share one scope and no name in it', () => {
  const names = code.flatMap((text) =>
    [...text.matchAll(/^(?:async )?(?:function|const|let) (\w+)/gm)].map(([, name]) => name),
  )
  expect(names.length).toBeGreaterThan(30)
  expect(new Set(names).size).toBe(names.length)
})
