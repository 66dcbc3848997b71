import type { Metadata } from 'next'
import { offlineWords } from '../ui/messages/en-offline.ts'
import { KeptList } from '../ui/offline/kept-list.tsx'
import { TryAgain } from '../ui/offline/try-again.tsx'
import { buttonClass } from '../ui/parts/button.tsx'
import { Wordmark } from '../ui/shell/wordmark.tsx'

export const metadata: Metadata = {
  get title() {
    return offlineWords.title
  },
  robots: { index: false },
}

/** Shown by the service worker at whatever address was asked for; it needs nothing but its own files. */
export default function OfflinePage() {
  return (
    <main className="grid max-w-2xl gap-7 p-6 sm:p-12">
      <Wordmark className="justify-self-start text-3xl" />
      <div className="grid justify-items-start gap-4">
        <h1 className="poster text-5xl sm:text-7xl">{offlineWords.title}</h1>
        <p className="text-muted">{offlineWords.what}</p>
        <div className="flex flex-wrap gap-x-5 gap-y-3">
          <TryAgain />
          <a href="/posts/new" className={buttonClass('quiet')}>
            {offlineWords.write}
          </a>
        </div>
      </div>
      <section aria-labelledby="kept" className="grid gap-3">
        <h2 id="kept" className="heading text-2xl">
          {offlineWords.keptPages}
        </h2>
        <KeptList />
      </section>
    </main>
  )
}
