'use client'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { SneakerDetail } from '../../../core/catalog/shape.ts'
import type { Sneaker } from '../../../core/restock/shape.ts'
import { browserGet } from '../api/request.ts'
import { FollowForm } from '../follow/follow-form.tsx'
import { moneyText } from '../messages/money.ts'
import { words } from '../messages/sneaker/sneaker-view.ts'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { calendarHref } from '../release/asked.ts'
import { dayText } from '../release/month.ts'
import { ReleaseRow } from '../release/release-row.tsx'
import { restocksHref } from '../restock/asked.ts'
import { restocksOfQuery } from '../restock/queries.ts'
import { RestockCard } from '../restock/restock-card.tsx'
import { sneakerQuery } from './queries.ts'
import { SneakerArt } from './sneaker-art.tsx'
import { StockGrid } from './stock-grid.tsx'

/** On this page; the rest is a link away. */
const NEWEST = 3

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid min-w-0 grid-cols-1 gap-4 border-t-8 border-fg pt-4">
      <h2 id={id} className="heading text-2xl">
        {title}
      </h2>
      {children}
    </section>
  )
}

function Head({ sneaker }: { sneaker: Sneaker }) {
  const { brand, name, colorway, style_code, retail_minor, currency } = sneaker
  return (
    <header className="grid min-w-0 wrap-anywhere border border-rule sm:grid-cols-2">
      <SneakerArt sneaker={sneaker} className="h-44 w-full sm:h-full sm:min-h-52" />
      <div className="grid content-center gap-2 border-t border-rule p-4 sm:border-l sm:border-t-0 sm:p-6">
        <h1 className="poster text-[min(9vw,3rem)]">{name}</h1>
        <p className="text-muted">
          {brand}, {colorway}
        </p>
        <p className="figures flex flex-wrap gap-x-4 text-sm">
          <span>{style_code}</span>
          <span className="font-bold">{moneyText(retail_minor, currency)}</span>
        </p>
      </div>
    </header>
  )
}

function Ahead({ sneaker: { id, releases } }: { sneaker: SneakerDetail }) {
  return (
    <>
      {releases.length === 0 ? (
        <p className="text-muted">{words.nothingAnnouncedFor}</p>
      ) : (
        <ul className="border border-rule">
          {releases.map((release) => (
            <ReleaseRow key={release.id} release={release} day={dayText(release.day)} />
          ))}
        </ul>
      )}
      <Link
        href={calendarHref({ month: releases[0]?.day.slice(0, 7), sneaker: id })}
        className={`${buttonClass('quiet')} justify-self-start`}
      >
        {words.itsCalendar}
      </Link>
    </>
  )
}

function Seen({ sneakerId }: { sneakerId: string }) {
  const of = { sneaker: sneakerId }
  return (
    <Answer query={useInfiniteQuery(restocksOfQuery(browserGet, of))} waiting={words.loadingRestocks}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        return (
          <>
            {items.length === 0 && <p className="text-muted">{words.nobodyHasSeenIt}</p>}
            <ul className="grid gap-4">
              {items.slice(0, NEWEST).map((restock) => (
                <RestockCard key={restock.id} restock={restock} plain />
              ))}
            </ul>
            <div className="flex flex-wrap gap-4">
              <Link href="/restocks/report" className={buttonClass('plain')}>
                {words.reportARestock}
              </Link>
              {items.length > NEWEST && (
                <Link href={restocksHref(of)} className={buttonClass('quiet')}>
                  {words.allOfItsRestocks}
                </Link>
              )}
            </div>
          </>
        )
      }}
    </Answer>
  )
}

/**
 * One pair: what shops have now, what it was seen for, what is ahead, who saw it, and the way to hear of it.
 * @param prices drawn by the server: the browser need not know how
 */
export function SneakerView({ id, prices }: { id: string; prices: ReactNode }) {
  return (
    <Answer query={useQuery(sneakerQuery(browserGet, id))} waiting={words.loadingThePair}>
      {(sneaker) => (
        <article className="grid grid-cols-1 gap-8">
          <Head sneaker={sneaker} />
          <Section id="stock" title={words.sizesAndShops}>
            <StockGrid sneakerId={id} />
          </Section>
          <Section id="follow" title={words.tellMe}>
            <div className="max-w-2xl">
              <FollowForm sneakerId={id} here={`/sneakers/${id}`} />
            </div>
          </Section>
          <Section id="prices" title={words.prices}>
            {prices}
          </Section>
          <Section id="ahead" title={words.dates}>
            <Ahead sneaker={sneaker} />
          </Section>
          <Section id="seen" title={words.restocks}>
            <Seen sneakerId={id} />
          </Section>
        </article>
      )}
    </Answer>
  )
}
