'use client'
import { useSyncExternalStore } from 'react'

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' })

/** "3 min. ago", "in 2 hr."; under a minute "just now" or "now", or the seconds where they matter. */
function relative(seconds: number, exact: boolean): string {
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit)
  }
  if (exact && seconds < -1) return `${-seconds} s ago`
  return seconds > 0 ? 'in moments' : 'just now'
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
