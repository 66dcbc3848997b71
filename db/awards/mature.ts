import { rules } from '../../core/karma/rules.ts'
import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'

export type Maturing = {
  sourceId: string
  /** How many members have confirmed it. */
  confirmations: number
  /** The end of the challenge window. */
  maturesAt: Date
}

/** Starts the challenge window of every award of the source that has the confirmations its rule needs. */
export async function matureAwards(tx: Db, { sourceId, confirmations, maturesAt }: Maturing): Promise<void> {
  const ready = Object.values(rules)
    .filter(({ needs }) => needs.confirmations <= confirmations)
    .map(({ on }) => on)
  const matured = await tx<{ member_id: string }[]>`
    update app.award set matures_at = ${maturesAt}
      where source_id = ${sourceId} and rule = any(${ready}) and matures_at is null and reversed_at is null
      returning member_id`
  for (const { member_id } of matured) await notifyApp(tx, { kind: 'award', member_id })
}
