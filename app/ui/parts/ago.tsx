'use client'
import { useSyncExternalStore } from 'react'
import { fill } from '../messages/fill.ts'
import { locale } from '../messages/locale.ts'
import { words } from '../messages/parts/ago.ts'

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** Ticks each second on every row that shows a time: made once per language. */
const formats = new Map<string, Intl.RelativeTimeFormat>()

function formatNow(): Intl.RelativeTimeFormat {
  const made =
    formats.get(locale.lang) ?? new Intl.RelativeTimeFormat(locale.lang, { numeric: 'auto', style: 'short' })
  formats.set(locale.lang, made)
  return made
}

/** "3 min. ago", "in 2 hr."; under a minute "just now" or "now", or the seconds where they matter. */
function relative(seconds: number, exact: boolean): string {
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return formatNow().format(Math.trunc(seconds / size), unit)
  }
  if (exact && seconds < -1) return fill(words.ago, { s: -seconds })
  return seconds > 0 ? words.inMoments : words.justNow
}

const subscribe = (tick: () => void) => {
  const timer = setInterval(tick, 1000)
  return () => clearInterval(timer)
}
const thisSecond = () => Math.floor(Date.now() / 1000)

/** The current second, ticking; only components that show it render again. */
export const useSecond = () => useSyncExternalStore(subscribe, thisSecond, thisSecond)

type Props = {
  at: string
  className?: string
  /** "12 s ago" where others say "just now". */
  exact?: boolean
}

/** A moment, told from now; the exact UTC time on hover. Ticks, so server and browser may differ by a word. */
export function Ago({ at, className = 'figures', exact = false }: Props) {
  const seconds = Math.round(Date.parse(at) / 1000) - useSecond()
  return (
    <time dateTime={at} title={at} className={className} suppressHydrationWarning>
      {relative(seconds, exact)}
    </time>
  )
}
