'use client'
import { useState } from 'react'
import type { Member } from '../../../core/member/shape.ts'
import { useDrops, useLedger, usePurchases } from '../api/hooks.ts'
import type { HeardAlert } from '../live/feed.ts'
import { useAlerts } from '../live/use-alerts.ts'
import { useRaffles } from '../raffle/hooks.ts'
import { cookieOf, keptOf } from './kept.ts'
import { doneOf, nowOf } from './steps.ts'

/** Everything that comes in. */
const all = [{}]

type LiveRestock = Extract<HeardAlert, { kind: 'restock' }>

/** What this browser keeps, and the restock that came in while the page was open. */
function useKept(memberId: string, cookie: string | undefined) {
  const [kept, setKept] = useState(() => keptOf(cookie, memberId))
  const [came, setCame] = useState<LiveRestock>()
  const keep = (change: Partial<typeof kept>) => {
    const next = { ...kept, ...change }
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve
    document.cookie = cookieOf(memberId, next)
    setKept(next)
  }
  useAlerts(kept.sawLive ? [] : all, (alert) => {
    if (alert.kind !== 'restock' || !alert.is_live) return
    setCame(alert)
    keep({ sawLive: true })
  })
  return { kept, came, putAway: () => keep({ away: true }) }
}

/** Where the reader stands on the guided way. */
export function useFirstMinute(me: Member, cookie: string | undefined) {
  const { kept, came, putAway } = useKept(me.id, cookie)
  const open = useRaffles('open').data?.items ?? []
  const over = useRaffles('over').data?.items ?? []
  const purchases = usePurchases().data?.items ?? []
  const done = doneOf({ me, raffles: [...open, ...over], purchases, sawLive: kept.sawLive })
  const raffle = open.find(({ state, tier }) => state === 'open' && tier === 0)
  const now = nowOf(done, raffle ? [] : ['enter'])
  return {
    ...{ done, now, came, raffle, putAway, away: kept.away },
    isReported: (useLedger().data?.pending.length ?? 0) > 0,
    drop: useDrops().data?.items.find(({ gate }) => gate?.open),
    walking: purchases.find(({ mode, state }) => mode === 'dry-run' && ['queued', 'walking'].includes(state)),
  }
}
