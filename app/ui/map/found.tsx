'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { browserGet } from '../api/request.ts'
import { mapWords } from '../messages/en-map.ts'
import { words } from '../messages/map/found.ts'
import { Answer } from '../parts/answer.tsx'
import { Empty } from '../parts/notice.tsx'
import { placeHref } from './asked.ts'
import { findQuery } from './queries.ts'

type Props = { page: '/map' | '/events'; q: string }

/** Places of that name, each with the way to it, and who knew them. */
export function Found({ page, q }: Props) {
  return (
    <Answer query={useQuery(findQuery(browserGet, q))} waiting={words.lookingForThePlace}>
      {({ items, source }) =>
        items.length === 0 ? (
          <Empty title={mapWords.unknown} />
        ) : (
          <section aria-label={words.placesFound} className="grid gap-2">
            <ul className="grid border border-rule">
              {items.map(({ label, cell }) => (
                <li key={`${cell} ${label}`} className="border-b border-soft last:border-b-0">
                  <Link
                    href={placeHref(page, { near: cell, plain: !source.on_map })}
                    className="flex min-h-11 items-center px-3 wrap-anywhere -outline-offset-2 hover:bg-panel"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
            <p className="text-sm text-muted">
              <a href={source.url} rel="noreferrer" className="underline underline-offset-4">
                {source.text}
              </a>
            </p>
          </section>
        )
      }
    </Answer>
  )
}
