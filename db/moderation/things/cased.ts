import { keepers } from './keepers.ts'
import type { Cased, CaseOfThing, ThingKeeper } from './thing.ts'

/** What a case is about, and who keeps things of its kind; undefined of a post's. */
export function casedThing(
  { kind, thingId, memberId, quote }: Partial<CaseOfThing>,
  now: Date,
): { keeper: ThingKeeper; cased: Cased } | undefined {
  if (kind === undefined || kind === 'post' || !thingId) return undefined
  return {
    keeper: keepers[kind],
    cased: { id: thingId, memberId: memberId ?? null, quote: quote ?? '', now },
  }
}
