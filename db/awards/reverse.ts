import { Final } from '../../core/errors.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { categoriesOf, lockCategories } from './lock.ts'
import { type TakingBack, takeBack } from './take-back.ts'

export type ReverseAward = Omit<TakingBack, 'ids'> & { awardId: string }

function notFound(): Final {
  return new Final({
    code: 'award.not-found',
    message: 'There is no such award.',
    fix: 'List them: GET /api/karma/awards, or npm run karma -- awards.',
  })
}

/** Why it could not be taken back. */
async function refusal(tx: Db, awardId: string): Promise<Final> {
  const [row] = await tx<{ frozen: boolean }[]>`
    select award_id is not null as frozen from app.award where id = ${awardId}`
  if (!row) return notFound()
  return new Final({
    code: row.frozen ? 'award.frozen' : 'award.reversed',
    message: row.frozen
      ? 'This award is in a batch that is minted or about to be: it cannot be taken back any more.'
      : 'This award was taken back before.',
    fix: row.frozen
      ? 'Nothing can undo it; what a member does next can still be looked at in time.'
      : 'Nothing is left to do.',
  })
}

/** The award, and with a report's what its member found by it: an untrue report found nothing. */
async function withFinds(tx: Db, awardId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select a.id from app.award one join app.award a on a.source_id = one.source_id and a.member_id = one.member_id
      where one.id = ${awardId} and (a.id = one.id or (one.rule = 'restock.report' and a.rule = 'restock.scout'))`
  return rows.map(({ id }) => id)
}

async function reverse(tx: Db, { awardId, ...taking }: ReverseAward): Promise<void> {
  const [found] = await tx<{ source_id: string }[]>`select source_id from app.award where id = ${awardId}`
  if (!found) throw notFound()
  await lockCategories(tx, await categoriesOf(tx, found.source_id))
  const reversed = await takeBack(tx, { ids: await withFinds(tx, awardId), ...taking })
  if (!reversed.includes(awardId)) throw await refusal(tx, awardId)
}

/**
 * Takes one award back before it is frozen into a batch; caps and budgets are counted again. One transaction.
 * @throws Final `award.not-found`, `award.frozen`, `award.reversed`
 */
export async function reverseAward(sql: Sql, input: ReverseAward): Promise<void> {
  await inTransaction(sql, (tx) => reverse(tx, input))
}
