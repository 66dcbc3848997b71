import type { Cell } from '../../core/cell/cell.ts'
import { firstIdAt } from '../../core/id.ts'
import type { Restock } from '../../core/restock/shape.ts'
import type { Db } from '../client.ts'
import { openIds } from './current.ts'

/** What a list of restocks is narrowed by; all that is given must hold. */
export type RestockFilter = {
  sneakerId?: string | undefined
  styleCode?: string | undefined
  size?: string | undefined
  storeId?: string | undefined
  /** Shops in it. */
  cell?: Cell | undefined
  source?: Restock['source'] | undefined
  state?: Restock['state'] | undefined
  openOnly?: boolean | undefined
  confirmedOnly?: boolean | undefined
  /** Reported then or later. */
  since?: Date | undefined
}

/** The conditions of a filter on the row of app.restock that the query calls `r`. */
export function whereRestock(db: Db, filter: RestockFilter, now: Date) {
  const { sneakerId, styleCode, size, storeId, cell, source, state, openOnly, confirmedOnly, since } = filter
  const ofStyle = () =>
    db`and r.sneaker_id = (select id from app.sneaker where style_code = ${styleCode ?? ''})`
  const inCell = ({ kind, id }: Cell) =>
    db`and r.store_id in (select p.store_id from app.store_place p where ${db(`p.${kind}`)} = ${id})`
  return db`true
    ${sneakerId ? db`and r.sneaker_id = ${sneakerId}` : db``}
    ${styleCode ? ofStyle() : db``}
    ${size === undefined ? db`` : db`and r.size = ${size}`}
    ${storeId ? db`and r.store_id = ${storeId}` : db``}
    ${cell ? inCell(cell) : db``}
    ${source ? db`and r.source = ${source}` : db``}
    ${state ? db`and r.state = ${state}` : db``}
    ${openOnly ? db`and r.id in (${openIds(db, now)})` : db``}
    ${confirmedOnly ? db`and r.confirmed_at is not null` : db``}
    ${since ? db`and r.id >= ${firstIdAt(since)}::uuid` : db``}`
}
