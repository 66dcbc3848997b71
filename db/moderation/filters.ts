import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { FilterInput, WordFilter } from '../../core/moderation/shape.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { writeLog } from './log.ts'

/** Each text is compared with all of them. */
const MOST = 500

type Row = Omit<WordFilter, 'created_at'> & { created_at: Date }

/** All filters, the newest first. */
export async function listFilters(db: Db): Promise<WordFilter[]> {
  const rows = await db<Row[]>`
    select f.id, f.kind, f.pattern, f.act, m.username as added_by, f.created_at
    from app.word_filter f left join app.member m on m.id = f.added_by order by f.id desc`
  return rows.map(({ created_at, ...row }) => ({ ...row, created_at: created_at.toISOString() }))
}

/** What every text is judged by. */
export async function filtersNow(db: Db): Promise<FilterInput[]> {
  return db<FilterInput[]>`select kind, pattern, act from app.word_filter order by id`
}

export type AddingFilter = { input: FilterInput; by: string; now: Date }

async function requireRoom(tx: Db): Promise<void> {
  const [row] = await tx<{ count: number }[]>`select count(*)::int as count from app.word_filter`
  if ((row?.count ?? 0) < MOST) return
  throw new Final({
    code: 'moderation.filters',
    message: `There are ${MOST} filters already.`,
    fix: 'Remove one that finds nothing any more.',
  })
}

/** Adds a filter, or changes what the one that is there does. @throws Final `moderation.filters` above 500 */
export async function addFilter(sql: Sql, { input, by, now }: AddingFilter): Promise<string> {
  return inTransaction(sql, async (tx) => {
    await requireRoom(tx)
    const [row] = await tx<{ id: string }[]>`
      insert into app.word_filter ${tx({ id: uuidv7(now.getTime()), ...input, added_by: by, created_at: now })}
      on conflict (kind, pattern) do update set act = excluded.act, added_by = excluded.added_by returning id`
    if (!row) throw new TypeError('an upsert returned nothing')
    await writeLog(tx, { act: 'filter.added', by, now })
    return row.id
  })
}

/** Removes a filter; what it held waits on. @throws Final `moderation.not-found` */
export async function removeFilter(
  sql: Sql,
  { id, by, now }: { id: string; by: string; now: Date },
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const { count } = await tx`delete from app.word_filter where id = ${id}`
    if (count === 0)
      throw new Final({
        code: 'moderation.not-found',
        message: 'There is no such filter.',
        fix: 'Look at the list again.',
      })
    await writeLog(tx, { act: 'filter.removed', by, now })
  })
}
