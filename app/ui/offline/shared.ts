/** As share.js names it. */
const SHARED = 'snpd-shared-1'

type Shared = { words: string; files: File[] }

async function fileOf(shared: Cache, request: Request): Promise<File> {
  const response = await shared.match(request)
  const name = decodeURIComponent(new URL(request.url).pathname.split('/').at(-1) ?? 'photo')
  const blob = (await response?.blob()) ?? new Blob()
  return new File([blob], name, { type: response?.headers.get('content-type') ?? '' })
}

/** What was shared with the installed site, once: it is gone from the device's store then. */
export async function takeShared(): Promise<Shared> {
  const shared = await caches.open(SHARED)
  const words = (await (await shared.match('/share/words'))?.text()) ?? ''
  const photos = (await shared.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/share/photos/'))
  const files = await Promise.all(photos.map((request) => fileOf(shared, request)))
  await caches.delete(SHARED)
  return { words, files }
}
