'use client'
import { useEffect, useState } from 'react'
import { offlineWords } from '../messages/en-offline.ts'
import { Ago } from '../parts/ago.tsx'

/** As keep.js names it. */
const PAGES = 'snpd-pages-1'

type Kept = { path: string; title: string; at: string }

/** What a page calls itself: "Drops · SNPD" is Drops. */
const titleOf = (html: string) => /<title>([^<]*?)(?: · SNPD)?<\/title>/.exec(html)?.[1] ?? ''

async function readKept(): Promise<Kept[]> {
  const pages = await caches.open(PAGES)
  const all = await Promise.all(
    (await pages.keys()).map(async ({ url }) => {
      const { pathname, search } = new URL(url)
      const kept = await pages.match(url, { ignoreVary: true })
      const at = kept?.headers.get('x-snpd-kept') ?? ''
      const title = pathname === '/' ? offlineWords.home : titleOf((await kept?.text()) ?? '')
      return { path: pathname + search, title: title || pathname, at }
    }),
  )
  return all.filter(({ path }) => path !== '/offline' && path !== '/posts/new').reverse()
}

/** The pages on this device, the one kept last first; and this page opens by itself when there is a connection. */
export function KeptList() {
  const [kept, setKept] = useState<Kept[]>()
  useEffect(() => {
    const reload = () => window.location.reload()
    window.addEventListener('online', reload)
    readKept().then(setKept, () => setKept([]))
    return () => window.removeEventListener('online', reload)
  }, [])
  if (!kept) return null
  if (kept.length === 0) return <p className="text-muted">{offlineWords.nothingKept}</p>
  return (
    <ul className="border border-rule">
      {kept.map(({ path, title, at }) => (
        <li key={path} className="border-b border-soft last:border-b-0">
          {/* A page as a whole: its parts are fetched, and cannot be. */}
          <a href={path} className="flex min-h-12 items-center justify-between gap-4 px-4 hover:bg-panel">
            <span className="heading min-w-0 wrap-anywhere">{title}</span>
            <Ago at={at} className="figures shrink-0 text-sm text-muted" />
          </a>
        </li>
      ))}
    </ul>
  )
}
