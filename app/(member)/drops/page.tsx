import type { Metadata } from 'next'
import Link from 'next/link'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { dropsQuery } from '../../ui/api/queries.ts'
import { DropList } from '../../ui/drop/drop-list.tsx'
import { pageWords as words } from '../../ui/messages/pages.ts'
import { buttonClass } from '../../ui/parts/button.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'

export const metadata: Metadata = {
  get title() {
    return words.drops
  },
}

export default function DropsPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(dropsQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead
          title={words.drops}
          action={
            <div className="flex gap-3">
              <Link href="/calendar" className={buttonClass('plain')}>
                {words.calendar}
              </Link>
              <Link href="/passes" className={buttonClass('plain')}>
                {words.passes}
              </Link>
            </div>
          }
        >
          {words.karmaOpensTheGate}
        </PageHead>
        <DropList />
      </div>
    </Prefetch>
  )
}
