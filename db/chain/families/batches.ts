import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A run of awards, numbered from `firstId`. */
export type AwardBatch = Place & { firstId: bigint; count: number; ruleset: Hex }

export const batches: Family<AwardBatch> = {
  table: 'award_batch',
  columns: [
    { name: 'first_id', type: 'bigint', of: ({ firstId }) => firstId },
    { name: 'count', type: 'integer', of: ({ count }) => count },
    { name: 'ruleset', type: 'bytea', of: ({ ruleset }) => ruleset },
  ],
}
