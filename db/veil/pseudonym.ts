import type { Random } from '../../core/random.ts'
import { drawPseudonym } from '../../core/veil/pseudonym.ts'
import type { Db } from '../client.ts'

type Author = {
  memberId: string
  /** The post that the thread stands below; null of a new one. */
  rootId: string | null
}

const MAX = 2 ** 32
/** Not to be foretold: who could draw the same names again would know which are one member's. */
const chance: Random = (below) =>
  Math.floor(((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / MAX) * below)

/**
 * What an anonymous author is called in a thread: the same name for all they write in it, another one in each other thread,
 * and nobody else's in this. Within the transaction that writes the post; a reply waits for others to this thread.
 */
export async function pseudonymOf(tx: Db, { memberId, rootId }: Author): Promise<string> {
  if (rootId === null) return drawPseudonym(chance, new Set())
  await tx`select 1 from app.post where id = ${rootId} for no key update`
  const names = await tx<{ pseudonym: string; mine: boolean }[]>`
    select pseudonym, coalesce(bool_or(member_id = ${memberId}), false) as mine from app.post
    where (id = ${rootId} or root_id = ${rootId}) and pseudonym is not null group by pseudonym`
  const own = names.find(({ mine }) => mine)?.pseudonym
  return own ?? drawPseudonym(chance, new Set(names.map(({ pseudonym }) => pseudonym)))
}
