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

/** Who shows the time; one timer for all, so that what changes in a second is drawn together. */
const ticks = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(tick: () => void) {
  ticks.add(tick)
  timer ??= setInterval(() => {
    for (const each of ticks) each()
  }, 1000)
  return () => {
    ticks.delete(tick)
    if (ticks.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
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
  const then = Math.round(Date.parse(at) / 1000)
  // The words, not the second: a list of these is drawn again when one of them changes, and not sixty times a minute.
  const told = () => relative(then - thisSecond(), exact)
  const said = useSyncExternalStore(subscribe, told, told)
  return (
    <time dateTime={at} title={at} className={className} suppressHydrationWarning>
      {said}
    </time>
  )
}
