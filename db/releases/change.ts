import type { Db } from '../client.ts'
import type { NewRelease } from './upsert.ts'

export type Move = { id: string; on: NewRelease['on'] }

/** Another day, or hour, on the clock that it was announced by; one that was cancelled is on again. @returns false when there is none */
export async function moveRelease(db: Db, { id, on: { day, time } }: Move): Promise<boolean> {
  const precision = time === undefined ? 'date' : 'time'
  const local = `${day} ${time ?? '00:00'}`
  const moved = await db`
    update app.release set releases_at = timezone(zone, ${local}::timestamp), precision = ${precision}, cancelled = false
    where id = ${id}`
  return moved.count > 0
}

/** It stays in the calendar as cancelled: who has it in theirs is told so. @returns false when there is none */
export async function cancelRelease(db: Db, id: string): Promise<boolean> {
  const cancelled = await db`update app.release set cancelled = true where id = ${id}`
  return cancelled.count > 0
}
