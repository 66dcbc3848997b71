import type { CaseKind } from '../../../core/moderation/things.ts'
import type { Db } from '../../client.ts'

/** What of a thing matters to moderators. */
export type Thing = {
  id: string
  /** Who wrote it; null: nobody who is still here. */
  memberId: string | null
  /** Its words. */
  text: string
  /** Of what only those see who may read the group. */
  groupId: string | null
}

export type CaseOfThing = {
  kind: CaseKind
  /** Null of a post. */
  thingId: string | null
  memberId: string | null
  quote: string
}

/** A thing as a case has it. */
export type Cased = Pick<Thing, 'id' | 'memberId'> & { quote: string; now: Date }

/** What moderators do with one kind of things. */
export type ThingKeeper = {
  /** Under its lock, which comes before its case's; undefined where nobody sees it. */
  lock: (tx: Db, id: string) => Promise<Thing | undefined>
  /** Nobody sees it any more. */
  hide: (tx: Db, cased: Cased) => Promise<void>
  /** It is back, as far as nothing stands in its place. */
  show: (tx: Db, cased: Cased) => Promise<void>
}
