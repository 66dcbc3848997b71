import { requireAct } from '../../core/trade/acts.ts'
import type { Db } from '../client.ts'
import { type Happened, tellStory } from './happened.ts'

/** How long a ruling may take in a trade without bonds, seconds; with bonds the contract says it. */
const RULING_SECONDS = 7 * 86_400

/** Asks for a ruling, in a trade without bonds, and says why. @throws Final as `requireAct`, as `tellStory` */
export async function openDispute(tx: Db, happened: Happened, text: string): Promise<void> {
  const { locked, id, memberId, now } = happened
  requireAct('dispute', locked.standing, locked.side)
  await tellStory(tx, happened, text)
  await tx`
    update app.trade set disputed_at = ${now}, disputed_by = ${memberId},
      rule_by = ${new Date(now.getTime() + RULING_SECONDS * 1000)} where id = ${id}`
}
