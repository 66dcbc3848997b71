import { type RelayFacts, type RelayState, relayState } from '../../core/relay/states.ts'
import type { RelayProblem } from '../../core/relay/status.ts'
import type { Db } from '../client.ts'

export type FactColumns = {
  id: string
  member_id: string | null
  deadline: Date
  batch_id: bigint | null
  refusal: RelayProblem | null
  told: RelayState
  outcome: RelayState | null
  sent_hash: Uint8Array | null
  mined_block: number | null
  forward_hash: Uint8Array | null
  forward_block: number | null
  success: boolean | null
  is_this: boolean
  mirrored_block: number
}

/** What a request's state is read off, of `app.relay_request` as `r` in `factSources`. */
export function factColumns(db: Db) {
  return db`
    r.id, r.member_id, r.deadline, r.batch_id, r.refusal, r.told, r.outcome,
    sent.tx_hash as sent_hash, sent.mined_block::float8,
    f.tx_hash as forward_hash, f.block_number::float8 as forward_block, f.success,
    coalesce((r.foreign_is_this and r.foreign_tx = f.tx_hash) or exists (
      select from app.relay_transaction o where o.tx_hash = f.tx_hash and o.batch_id = r.batch_id), false) as is_this,
    coalesce((select block_number from chain.cursor), 0)::float8 as mirrored_block`
}

export function factSources(db: Db) {
  return db`
    app.relay_request r
    left join lateral (
      select tx_hash, mined_block from app.relay_transaction t where t.batch_id = r.batch_id
        order by t.mined_block is null, t.sent_at desc limit 1) sent on true
    left join chain.forward f on f.signer_address = r.from_address and f.nonce = r.nonce`
}

function factsOf(row: FactColumns, now: Date): RelayFacts {
  const { outcome, refusal, batch_id, sent_hash, mined_block, mirrored_block, success, is_this, deadline } =
    row
  return {
    outcome,
    isRefused: refusal !== null,
    isFrozen: batch_id !== null,
    isSent: sent_hash !== null,
    minedBlock: mined_block,
    mirroredBlock: mirrored_block,
    forward: success === null ? null : { isThis: is_this, success },
    deadline,
    now,
  }
}

/** The state that a row's facts add up to. */
export function stateOfRow(row: FactColumns, now: Date): RelayState {
  return relayState(factsOf(row, now))
}
