import type { Sql } from '../client.ts'
import { lockAsModerator } from '../groups/load.ts'
import { inTransaction } from '../transaction.ts'
import type { AskedGuide } from './read.ts'
import { noGuide } from './refuse.ts'

/**
 * Takes a guide away with all of its versions; for moderators. Its texts go, its word in addresses is not given again.
 * @throws Final `group.not-found`, `group.role`, `guide.not-found`
 */
export async function removeGuide(sql: Sql, { guide, ...asked }: AskedGuide): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const { id: groupId } = await lockAsModerator(tx, asked)
    const [gone] = await tx<{ id: string }[]>`
      update app.guide set removed_at = ${asked.now}
      where group_id = ${groupId} and slug = ${guide} and removed_at is null returning id`
    if (!gone) throw noGuide()
    await tx`delete from app.guide_version where guide_id = ${gone.id}`
  })
}
