// Part of the service worker (sw.js): what a phone shares with the installed site (manifest.ts: share_target). Nothing of
// it leaves the device here: the page for writing posts takes it, and the member decides.

const SHARED = 'snpd-shared-1'
/** As many as a post has (app/ui/post/photo-picks.tsx). */
const MOST_PHOTOS = 4

/** Title, words and address, each said once. */
function wordsOf(form) {
  const parts = ['title', 'text', 'url'].map((name) => String(form.get(name) ?? '').trim())
  return [...new Set(parts.filter((part) => part !== ''))].join('\n')
}

async function takeShared(request) {
  const form = await request.formData()
  const shared = await caches.open(SHARED)
  for (const key of await shared.keys()) await shared.delete(key)
  await shared.put('/share/words', new Response(wordsOf(form)))
  const photos = form.getAll('photos').filter((photo) => photo instanceof File && photo.size > 0)
  await Promise.all(
    photos
      .slice(0, MOST_PHOTOS)
      .map((photo, place) =>
        shared.put(
          `/share/photos/${place}/${encodeURIComponent(photo.name)}`,
          new Response(photo, { headers: { 'content-type': photo.type } }),
        ),
      ),
  )
  return Response.redirect('/posts/new?shared=1', 303)
}

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method === 'POST' && new URL(url).pathname === '/share') event.respondWith(takeShared(event.request))
})
