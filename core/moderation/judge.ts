import type { TrustLevel } from '../karma/trust.ts'
import { hidesItsEnd, type Link, leadsTo } from './links.ts'
import { linkLimits } from './pace.ts'
import type { FilterInput } from './shape.ts'
import { foldText, holdsWord } from './words.ts'

/** What a filter says of a text. */
export type Verdict =
  | { kind: 'pass' }
  /** Hidden until a moderator has looked. */
  | { kind: 'hold' }
  | { kind: 'refuse'; why: 'word' | 'link'; pattern: string }
  | { kind: 'refuse'; why: 'hidden-link' }
  | { kind: 'refuse'; why: 'links'; limit: number }

export type Judging = {
  text: string
  /** Of the text. */
  links: readonly Link[]
  filters: readonly FilterInput[]
  /** Of its author. */
  level: TrustLevel
}

/** What the filters, and the rules about links, say of a text. A refusal goes before a wait. Pure. */
export function judgeText({ text, links, filters, level }: Judging): Verdict {
  const limit = linkLimits[level]
  if (links.some(hidesItsEnd)) return { kind: 'refuse', why: 'hidden-link' }
  if (links.length > limit) return { kind: 'refuse', why: 'links', limit }
  const folded = foldText(text)
  const found = filters.filter(({ kind, pattern }) =>
    kind === 'word' ? holdsWord(folded, pattern) : links.some((link) => leadsTo(link, pattern)),
  )
  const refusal = found.find(({ act }) => act === 'refuse')
  if (refusal) return { kind: 'refuse', why: refusal.kind, pattern: refusal.pattern }
  return { kind: found.length > 0 ? 'hold' : 'pass' }
}
