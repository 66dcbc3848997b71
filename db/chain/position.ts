import { Final } from '../../core/errors.ts'
import { type Hex, toBytea, toByteaList, toHex } from '../bytes.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'

/** A block as the mirror keeps it; `time` is seconds since the Unix epoch. */
export type MirroredBlock = { number: number; hash: Hex; parentHash: Hex; time: number }
/** The last mirrored block. `hash` is null before the first block of a chain mirrored from its block 0. */
export type Position = { number: number; hash: Hex | null }
/** What is mirrored, and how far. */
export type Mirror = Position & {
  chainId: number
  genesisHash: Hex
  /** Sorted. */
  contracts: Hex[]
  fromBlock: number
  /** Indexes that only readers need are not there until the backfill is done. */
  deferred: boolean
}

type Row = {
  chain_id: number
  genesis_hash: Uint8Array
  contracts: string
  from_block: number
  block_number: number
  block_hash: Uint8Array | null
  deferred: boolean
}

/** What this database mirrors, or undefined when it is new. */
export async function readMirror(db: Db): Promise<Mirror | undefined> {
  const [row] = await db<Row[]>`
    select chain_id::float8, genesis_hash, from_block::float8, block_number::float8, block_hash,
        array_to_string(array(select encode(address, 'hex') from unnest(contracts) as address), ',') as contracts,
        exists (select from chain.deferred_index) as deferred
      from chain.cursor`
  return (
    row && {
      chainId: row.chain_id,
      genesisHash: toHex(row.genesis_hash),
      contracts: row.contracts
        .split(',')
        .filter(Boolean)
        .map((address): Hex => `0x${address}`),
      fromBlock: row.from_block,
      deferred: row.deferred,
      number: row.block_number,
      hash: row.block_hash && toHex(row.block_hash),
    }
  )
}

/**
 * Begins a mirror right before its first block; `last` is the block before that one, null before block 0.
 * @throws Final `chain.second-writer` when another indexer began at the same time
 */
export async function createMirror(
  sql: Sql,
  mirror: Omit<Mirror, keyof Position | 'deferred'>,
  last: MirroredBlock | null,
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const created = await tx`
      insert into chain.cursor
        (chain_id, genesis_hash, contracts, from_block, block_number, block_hash, block_time)
      values (${mirror.chainId}, ${toBytea(mirror.genesisHash)}, ${toByteaList(mirror.contracts)}::bytea[],
        ${mirror.fromBlock}, ${mirror.fromBlock - 1}, ${last && toBytea(last.hash)},
        to_timestamp(${last?.time ?? null}::bigint))
      on conflict do nothing returning id`
    if (created.length === 0) throw secondWriter('was begun just now by another indexer')
    if (last) await insertTail(tx, [last])
  })
}

function secondWriter(what: string): Final {
  return new Final({
    code: 'chain.second-writer',
    message: `The mirror ${what}: something else writes it.`,
    fix: 'Run one indexer per database: stop the other one, then start this one again.',
  })
}

/**
 * Locks the cursor until the transaction ends.
 * @throws Final `chain.second-writer` when it is not where this process left it
 */
export async function lockPosition(tx: Db, expected: Position): Promise<void> {
  const [row] = await tx<{ number: number; hash: Uint8Array | null }[]>`
    select block_number::float8 as number, block_hash as hash from chain.cursor for update`
  const hash = row?.hash ? toHex(row.hash) : null
  if (row?.number === expected.number && hash === expected.hash) return
  throw secondWriter(
    `stands at block ${row?.number ?? '(none)'}, not at ${expected.number} where this indexer left it`,
  )
}

/** Moves the cursor, and forgets hashes that no reorg can reach. */
export async function movePosition(
  tx: Db,
  {
    block,
    finalized,
  }: { block: { number: number; hash: Hex | null; time: number | null }; finalized: number },
): Promise<void> {
  await tx`
    update chain.cursor set block_number = ${block.number}, block_hash = ${block.hash && toBytea(block.hash)},
      block_time = to_timestamp(${block.time}::bigint), finalized_number = ${finalized}`
  await tx`delete from chain.block where number < ${finalized}`
}

/** Keeps the hashes of blocks that a reorg may replace. */
export async function insertTail(tx: Db, blocks: MirroredBlock[]): Promise<void> {
  await tx`
    insert into chain.block (number, hash, parent_hash, block_time)
    select number, hash, parent, to_timestamp(time)
      from unnest(${`{${blocks.map(({ number }) => number).join()}}`}::bigint[],
        ${toByteaList(blocks.map(({ hash }) => hash))}::bytea[],
        ${toByteaList(blocks.map(({ parentHash }) => parentHash))}::bytea[],
        ${`{${blocks.map(({ time }) => time).join()}}`}::bigint[]) as block (number, hash, parent, time)`
}
