import type { MemberExport } from '../../core/member/export.ts'
import { type Relayed, relayProblem } from '../../core/relay/status.ts'
import { toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { type FactColumns, factColumns, factSources, stateOfRow } from './facts.ts'
import { type SignedColumns, signedColumns, toSigned } from './row.ts'

type Row = FactColumns & { from_address: Uint8Array; nonce: bigint; call: string; created_at: Date }

function toRelayed(row: Row, now: Date): Relayed {
  const { id, from_address, nonce, call, created_at, deadline, refusal, forward_hash, sent_hash } = row
  const state = stateOfRow(row, now)
  const isShown = state === 'done' || state === 'reverted'
  const hash = isShown ? forward_hash : sent_hash
  return {
    id,
    wallet: toHex(from_address),
    call,
    nonce: String(nonce),
    state,
    created_at: created_at.toISOString(),
    deadline: deadline.toISOString(),
    tx_hash: hash && toHex(hash),
    block_number: isShown ? row.forward_block : null,
    problem: relayProblem(state, refusal),
  }
}

type SignedRow = Row & SignedColumns

function selectRelayed(db: Db) {
  return db`
    select ${factColumns(db)}, ${signedColumns(db)}, r.call, r.created_at from ${factSources(db)}`
}

export type RelayedPage = {
  memberId: string
  now: Date
  limit: number
  /** Id of the last request of the page before. */
  before?: string | undefined
}

/** The member's requests, newest first. */
export async function listRelayed(db: Db, { memberId, now, limit, before }: RelayedPage): Promise<Relayed[]> {
  const older = before ? db`and r.id < ${before}::uuid` : db``
  const rows = await db<Row[]>`
    ${selectRelayed(db)} where r.member_id = ${memberId} ${older} order by r.id desc limit ${limit}`
  return rows.map((row) => toRelayed(row, now))
}

/** One request of the member; undefined when there is none, or it is someone else's. */
export async function getRelayed(
  db: Db,
  { id, memberId, now }: { id: string; memberId: string; now: Date },
): Promise<Relayed | undefined> {
  const [row] = await db<Row[]>`${selectRelayed(db)} where r.id = ${id}::uuid and r.member_id = ${memberId}`
  return row && toRelayed(row, now)
}

/** All requests of the member, oldest first, with what was signed. */
export async function exportRelayed(
  db: Db,
  { memberId, now }: { memberId: string; now: Date },
): Promise<MemberExport['relayed']> {
  const rows = await db<SignedRow[]>`${selectRelayed(db)} where r.member_id = ${memberId} order by r.id`
  return rows.map((row) => {
    const { to, gas, data, signature } = toSigned(row)
    return { ...toRelayed(row, now), to, gas: String(gas), data, signature }
  })
}
