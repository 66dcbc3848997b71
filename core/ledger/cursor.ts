/** Where a page of movements begins: after this one. Of a transfer between two own wallets `in` comes first. */
export type EntryPlace = { block: number; log: number; side: 'in' | 'out' }

/** Lower than 2^53 and 2^31: what the database's numbers hold. */
const pattern = /^(\d{1,15})\.(\d{1,9})\.(in|out)$/

/** The place as a cursor that goes through URLs. */
export function writePlace({ block, log, side }: EntryPlace): string {
  return `${block}.${log}.${side}`
}

/** The place that a cursor names; undefined for a text that is none. */
export function readPlace(cursor: string): EntryPlace | undefined {
  const [, block, log, side] = pattern.exec(cursor) ?? []
  if (side !== 'in' && side !== 'out') return undefined
  return { block: Number(block), log: Number(log), side }
}
