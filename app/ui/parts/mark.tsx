import type { ReactNode } from 'react'

type Tone = 'live' | 'plain' | 'alarm' | 'solid'

const tones: Record<Tone, string> = {
  live: 'bg-volt text-ink border-ink dark:border-volt',
  plain: 'border-rule text-fg',
  solid: 'bg-fg text-bg border-fg',
  alarm: 'border-alarm text-alarm',
}

/** A short state in words, boxed. */
export function Mark({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`eyebrow inline-flex items-center gap-1.5 rounded-xs border px-1.5 py-0.5 ${tones[tone]}`}
    >
      {tone === 'live' && <span aria-hidden className="hexagon size-2 bg-current" />}
      {tone === 'alarm' && <span aria-hidden>✕</span>}
      {children}
    </span>
  )
}
