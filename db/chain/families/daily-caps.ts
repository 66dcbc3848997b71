import type { Family, Place } from './family.ts'

/** The most Karma that a UTC day may mint from now on, in wei. */
export type DailyCap = Place & { cap: bigint }

export const dailyCaps: Family<DailyCap> = {
  table: 'daily_cap',
  columns: [{ name: 'cap', type: 'numeric', of: ({ cap }) => cap }],
}
