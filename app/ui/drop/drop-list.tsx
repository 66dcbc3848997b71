'use client'
import Link from 'next/link'
import { useState } from 'react'
import type { Drop } from '../../../core/drop/shape.ts'
import { placeWords } from '../../../core/restock/place.ts'
import { useDrops } from '../api/hooks.ts'
import { words as texts } from '../messages/drop/drop-list.ts'
import { moneyText } from '../messages/money.ts'
import { Ago, useSecond } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { karmaText } from '../parts/karma.tsx'
import { Mark } from '../parts/mark.tsx'
import { Empty } from '../parts/notice.tsx'
import { SneakerArt } from '../sneaker/sneaker-art.tsx'
import { inOrder } from './order.ts'

/** What stands between this reader and the drop, in two words. */
function GateMark({ drop }: { drop: Drop }) {
  if (drop.gate?.open) return <Mark tone="live">{texts.youAreIn}</Mark>
  if (BigInt(drop.min_karma) === 0n && drop.pass_tier === null)
    return <Mark tone="live">{texts.openToAll}</Mark>
  if (BigInt(drop.min_karma) === 0n)
    return (
      <Mark>
        {texts.pass} {drop.pass_tier}
      </Mark>
    )
  return (
    <Mark>
      {karmaText(drop.min_karma)} {texts.karma}
    </Mark>
  )
}

function Opens({ at }: { at: string }) {
  const open = Date.parse(at) <= useSecond() * 1000
  return (
    <span className="figures text-sm" suppressHydrationWarning>
      {open ? texts.openNow : texts.opens}
      {!open && <Ago at={at} />}
    </span>
  )
}

function DropCard({ drop, compact }: { drop: Drop; compact: boolean }) {
  return (
    <li className={compact ? 'border-b border-rule' : 'border border-rule'}>
      <Link
        href={`/drops/${drop.slug}`}
        className="group grid h-full content-start -outline-offset-2 hover:bg-panel"
      >
        <SneakerArt
          sneaker={drop.sneaker}
          className={`w-full border-b border-rule ${compact ? 'h-32' : 'h-44'}`}
        />
        <span className="grid min-w-0 gap-2 wrap-anywhere p-4">
          <span className="flex items-center justify-between gap-2">
            <GateMark drop={drop} />
            <Opens at={drop.opens_at} />
          </span>
          <span className="poster text-2xl">{drop.title}</span>
          <span className="flex items-baseline justify-between gap-3">
            <span className="text-sm text-muted">{placeWords(drop.store)}</span>
            <span className="figures font-bold">{moneyText(drop.price_minor, drop.currency)}</span>
          </span>
        </span>
      </Link>
    </li>
  )
}

/** The drops ahead; `compact` for the side column. */
export function DropList({ compact = false }: { compact?: boolean }) {
  const [now] = useState(Date.now)
  return (
    <Answer query={useDrops()} waiting={texts.loadingDrops}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={texts.noDropsOnThe}>
            <p>{texts.watchTheRestocks}</p>
          </Empty>
        ) : (
          <ul className={compact ? 'grid' : 'grid gap-4 sm:grid-cols-2 2xl:grid-cols-3'}>
            {inOrder(items, now).map((drop) => (
              <DropCard key={drop.id} drop={drop} compact={compact} />
            ))}
          </ul>
        )
      }
    </Answer>
  )
}
