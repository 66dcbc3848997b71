import type { Hex } from '../../bytes.ts'

/** Where a fact stands on the chain; `blockTime` is seconds since the Unix epoch. */
export type Place = { blockNumber: number; logIndex: number; txHash: Hex; blockTime: number }

/** What a fact is about, as `pg_notify('chain', …)` names it. */
export type Subject =
  | 'accounts'
  | 'raffles'
  | 'proposals'
  | 'flags'
  | 'trades'
  | 'roles'
  | 'targets'
  | 'operations'

/** Per SQL type, what code holds: `timestamptz` as seconds since the Unix epoch. */
type Values = {
  bytea: Hex
  bigint: number | bigint
  integer: number
  smallint: number
  numeric: bigint
  timestamptz: number
  boolean: boolean
  text: string
  'bytea[]': Hex[]
  'numeric[]': bigint[]
}
export type SqlType = keyof Values

/** One column: its name, its type, and its value in a fact. */
export type Column<Fact> = {
  [Type in SqlType]: {
    name: string
    type: Type
    of(fact: Fact): Values[Type] | null
    /** Listeners hear of each value: which account, raffle, … changed. */
    touches?: Subject
  }
}[SqlType]

/** Facts of one kind: a table of schema chain, with its columns but those of the place. */
export type Family<Fact extends Place> = {
  table: string
  columns: Column<Fact>[]
  /** Many a block at times: a long backfill goes without the indexes that only its readers need. */
  isCrowded?: boolean
}

const place: Column<Place>[] = [
  { name: 'block_number', type: 'bigint', of: ({ blockNumber }) => blockNumber },
  { name: 'log_index', type: 'integer', of: ({ logIndex }) => logIndex },
  { name: 'tx_hash', type: 'bytea', of: ({ txHash }) => txHash },
  { name: 'block_time', type: 'timestamptz', of: ({ blockTime }) => blockTime },
]

/** Every column of a family's table, those of the place first. */
export function columnsOf<Fact extends Place>({ columns }: Family<Fact>): Column<Fact>[] {
  return [...place, ...columns]
}
