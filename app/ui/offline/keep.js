// Part of the service worker (sw.js): keeps the pages that were read, and shows them where there is no connection. A page
// is kept whole, its headers too: its policy names the nonce of its own scripts. What is kept is of whoever is signed in:
// it goes when that changes (docs/decisions/048-offline.md). All parts of the worker share one scope: their names differ.

const PAGES = 'snpd-pages-1'
const FILES = 'snpd-files-1'
/** Shown in place of a page that was not kept. */
const SHELL = '/offline'
/** There before anybody needs them: the shell, and where one writes. */
const essentials = [SHELL, '/posts/new']
/** How many pages; the ones kept longest ago go first. */
const MOST_PAGES = 40
/** Of these, those that no kept page names go. */
const MOST_FILES = 300
const KEPT_MS = 7 * 86_400_000
/** Essentials are looked at anew after so long. */
const DAY_MS = 86_400_000
/** Who clicks to and fro inside the site does not have each page kept anew, ms. */
const FRESH_MS = 10 * 60_000
/** A page that takes longer than this is shown as it was kept, if it was, ms. */
const PATIENCE_MS = 6_000

const reading = [
  /^\/$/,
  /^\/posts\/new$/,
  /^\/offline$/,
  /^\/(drops|restocks|calendar|map|events|groups|raffles|votes|passes|saved|karma\/(leaderboard|rules))$/,
  /^\/(drops|posts|sneakers|users|events|groups|raffles|votes|karma\/rules)\/[^/]+$/,
  /^\/raffles\/[^/]+\/proof$/,
]
const writing = /^\/(events|groups|votes)\/new$|^\/groups\/invite$|^\/raffles\/(manage|shops)$/

/** Pages for reading, that nobody minds to find again on their own device. */
const isReading = ({ pathname }) => reading.some((form) => form.test(pathname)) && !writing.test(pathname)

/** Ways in and out: what was kept for who was here before is not for who comes. */
const changes = /^\/api\/(auth\/(logout|verify)|users\/(login|register)|me|me\/sessions)$/
const changesReader = ({ method }, { pathname }) =>
  changes.test(pathname) && (method === 'POST' || method === 'DELETE')

/** Goes up when the reader changes: what was fetched for the one before is not kept after. */
let reader = 0

async function forget() {
  reader++
  await caches.delete(PAGES)
}

/** Made to stay as it is for ever, as its name changes with it. */
const isForGood = (response) =>
  response.ok && (response.headers.get('cache-control') ?? '').includes('immutable')

/** Scripts, styles and fonts: kept at the first look. */
async function file(url) {
  const files = await caches.open(FILES)
  const kept = await files.match(url)
  if (kept) return kept
  const response = await fetch(url)
  if (isForGood(response)) await files.put(url, response.clone())
  return response
}

/** The addresses of all files that a page names: Next's, and the words of its language. */
const filesIn = (html) => [...new Set(html.match(/\/(?:_next\/static|words)\/[\w~.%/-]+/g) ?? [])]

async function sweepFiles(pages) {
  const files = await caches.open(FILES)
  const all = await files.keys()
  if (all.length <= MOST_FILES) return
  const htmls = await Promise.all((await pages.keys()).map(async (key) => (await pages.match(key)).text()))
  const named = new Set(htmls.flatMap(filesIn))
  const unnamed = all.filter(({ url }) => !named.has(new URL(url).pathname))
  await Promise.all(unnamed.map((request) => files.delete(request)))
}

async function trim(pages) {
  const others = (await pages.keys()).filter(({ url }) => !essentials.includes(new URL(url).pathname))
  const over = others.slice(0, Math.max(0, others.length - MOST_PAGES))
  await Promise.all(over.map((request) => pages.delete(request)))
  await sweepFiles(pages)
}

const isPage = (response) =>
  response.ok && !response.redirected && (response.headers.get('content-type') ?? '').startsWith('text/html')

/** Keeps a page with every file that it names. */
async function keep(path, response, since = reader) {
  if (!isPage(response)) return
  const html = await response.text()
  await Promise.all(filesIn(html).map((name) => file(name).catch(() => undefined)))
  const headers = new Headers(response.headers)
  // The text is no longer what these tell of.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  headers.set('x-snpd-kept', new Date().toISOString())
  const pages = await caches.open(PAGES)
  if (since !== reader) return
  // Out first: keys stand in the order in which they came.
  await pages.delete(path, { ignoreVary: true })
  await pages.put(path, new Response(html, { headers }))
  await trim(pages)
}

const ageOf = (kept) => Date.now() - Date.parse(kept.headers.get('x-snpd-kept'))

async function keptPage(path) {
  const kept = await (await caches.open(PAGES)).match(path, { ignoreVary: true })
  return kept && ageOf(kept) < KEPT_MS ? kept : undefined
}

/** Fetches a page to keep it, unless that was done lately or the reader pays for each byte. */
async function refresh(path, within) {
  const kept = await keptPage(path)
  if ((kept && ageOf(kept) < within) || navigator.connection?.saveData) return
  const since = reader
  await keep(path, await fetch(path, { headers: { accept: 'text/html' } }), since)
}

const refreshAll = (paths, within) =>
  Promise.all(paths.map((path) => refresh(path, within).catch(() => undefined)))

/** As it was kept, saying of when: `data-kept` on the document, for the page to tell its reader. */
async function stamped(kept) {
  const at = kept.headers.get('x-snpd-kept')
  const html = (await kept.text()).replace('<html', `<html data-kept="${at}"`)
  return new Response(html, { headers: kept.headers })
}

async function keptOrShell(path) {
  const kept = (await keptPage(path)) ?? (await keptPage(SHELL))
  return kept ? stamped(kept) : Response.error()
}

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** From the server; as it was kept when the server cannot be reached, or takes too long. */
async function page(event, path) {
  const fetched = (async () => (await event.preloadResponse) ?? (await fetch(event.request)))()
  const since = reader
  if (isReading(new URL(path, self.location.origin)))
    event.waitUntil(
      fetched.then(
        async (response) => {
          await keep(path, response.clone(), since)
          await refreshAll(essentials, DAY_MS)
        },
        () => undefined,
      ),
    )
  const slow = later(PATIENCE_MS).then(() => keptPage(path))
  try {
    const first = await Promise.race([fetched, slow])
    if (!first) return await fetched
    return first.headers.has('x-snpd-kept') ? await stamped(first) : first
  } catch {
    return keptOrShell(path)
  }
}

/** A click inside the site fetches a part of a page; the page itself is kept beside it. */
const isClick = ({ headers }) =>
  headers.get('rsc') === '1' &&
  !headers.has('next-router-prefetch') &&
  !headers.has('next-router-segment-prefetch')

/** What a page is kept under: the same one whether its parts are fetched, or something is shared with it. */
function pathOf({ pathname, searchParams }) {
  for (const name of ['_rsc', 'shared']) searchParams.delete(name)
  const query = searchParams.toString()
  return query ? `${pathname}?${query}` : pathname
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (changesReader(request, url) || url.pathname === '/language') event.waitUntil(forget())
  if (request.method !== 'GET') return
  if (/^\/(_next\/static|words)\//.test(url.pathname)) event.respondWith(file(request.url))
  else if (request.mode === 'navigate' && !url.pathname.startsWith('/api'))
    event.respondWith(page(event, pathOf(url)))
  else if (isClick(request) && isReading(url))
    event.waitUntil(refresh(pathOf(url), FRESH_MS).catch(() => undefined))
})

/** What is open while the worker comes is kept too: it was read before there was anybody to keep it. */
async function begin() {
  await self.registration.navigationPreload?.enable()
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const open = windows.map(({ url }) => new URL(url)).filter(isReading)
  await refreshAll([...new Set([...essentials, ...open.map(pathOf)])], 0)
}

self.addEventListener('activate', (event) => event.waitUntil(begin()))
