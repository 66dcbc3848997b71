// The service worker, served as it is at /sw.js: it shows what is pushed and opens what is pressed; its parts keep pages
// that were read, and take what is shared. Without it the site works the same.
importScripts('/sw-keep.js', '/sw-share.js')

/** The newest worker takes over at once: a kept page names its own files, whatever version they are of. */
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** "seen 4 s ago": how long the news took, by this machine's clock. */
function latency(at) {
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(at)) / 1000))
  if (Number.isNaN(seconds)) return ''
  if (seconds < 120) return `seen ${seconds} s ago`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `seen ${minutes} min ago` : `seen ${Math.round(minutes / 60)} h ago`
}

/** Every push must show something (userVisibleOnly); one that cannot be read says so. */
function readPush(data) {
  try {
    const { id, title, body, path, at } = data.json()
    return { id, title, body: at ? `${body} · ${latency(at)}` : body, path, at }
  } catch {
    return { id: 'unreadable', title: 'SNPD', body: 'Something is new.', path: '/' }
  }
}

/** The same alert twice, after a repetition, is one notification: its tag is the alert. */
async function show(data) {
  const { id, title, body, path, at } = readPush(data)
  const timestamp = at ? Date.parse(at) : Date.now()
  await self.registration.showNotification(title, {
    body,
    tag: id,
    timestamp,
    icon: '/icon.svg',
    data: { path },
  })
}

self.addEventListener('push', (event) => event.waitUntil(show(event.data)))

/** A window that may not be led, or not be brought to the front, is left as it is: a new one shows it then. */
async function lead(client, href) {
  await client.focus()
  // What it shows already it need not load again: something may be half written there.
  if (client.url !== href) await client.navigate(href)
}

/** A window of ours that is open goes there, one that is there before others; else a new one. Never elsewhere than our own site. */
async function open(path) {
  const url = new URL(path, self.location.origin)
  if (url.origin !== self.location.origin) return
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const first = windows.find((each) => each.url === url.href) ?? windows[0]
  if (!first) return void (await self.clients.openWindow(url.href))
  await lead(first, url.href).catch(() => self.clients.openWindow(url.href))
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data?.path ?? '/'))
})

async function serverKey(before) {
  if (before?.options.applicationServerKey) return before.options.applicationServerKey
  const { public_key: key } = await (await fetch('/api/push/key')).json()
  return key
}

/** A push service exchanged the subscription; where this cannot be told now (signed out), the next page's start does. */
async function renew(before) {
  const applicationServerKey = await serverKey(before)
  const after = await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
  const { endpoint, keys } = after.toJSON()
  const replaces = before ? { replaces: before.endpoint } : {}
  await fetch('/api/me/push', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth }, ...replaces }),
  })
}

self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event.oldSubscription)))
