'use client'
import Link from 'next/link'
import { outboxWords } from '../messages/en-outbox.ts'
import { plural } from '../messages/fill.ts'
import { useOutbox } from './use-outbox.ts'

/** On every page: what waits to be sent, and what went out. */
export function OutboxBar() {
  const { unsent, sent } = useOutbox()
  const says =
    unsent.length > 0
      ? plural(outboxWords.waiting, unsent.length)
      : sent > 0
        ? plural(outboxWords.sent, sent)
        : ''
  return (
    <div role="status">
      {says && (
        <p className="ticker-in flex flex-wrap items-center gap-x-3 border-b border-rule bg-panel px-4 py-1 text-sm font-medium sm:px-8">
          {says}
          {unsent.length > 0 && (
            <Link
              href="/posts/new"
              className="inline-flex min-h-6 items-center font-semibold underline underline-offset-4"
            >
              {outboxWords.look}
            </Link>
          )}
        </p>
      )}
    </div>
  )
}
