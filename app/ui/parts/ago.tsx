'use client'
import { useSyncExternalStore } from 'react'

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' })

/** "3 min. ago", "in 2 hr."; under a minute "just now" or "now". */
function relative(seconds: number): string {
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit)
  }
  return seconds > 0 ? 'in moments' : 'just now'
}

const subscribe = (tick: () => void) => {
  const timer = setInterval(tick, 1000)
  return () => clearInterval(timer)
}
const thisSecond = () => Math.floor(Date.now() / 1000)

/** The current second, ticking; only components that show it render again. */
export const useSecond = () => useSyncExternalStore(subscribe, thisSecond, thisSecond)

/** A moment, told from now; the exact UTC time on hover. Ticks, so server and browser may differ by a word. */
export function Ago({ at, className = 'figures' }: { at: string; className?: string }) {
  const seconds = Math.round(Date.parse(at) / 1000) - useSecond()
  return (
    <time dateTime={at} title={at} className={className} suppressHydrationWarning>
      {relative(seconds)}
    </time>
  )
}
