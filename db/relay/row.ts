import type { SignedCall } from '../../core/relay/request.ts'
import { type Hex, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** A request as it was signed, and its row's id. */
export type SignedRow = SignedCall & { id: string; chain_id: number }

export type SignedColumns = {
  id: string
  chain_id: number
  from_address: Uint8Array
  to_address: Uint8Array
  gas: bigint
  nonce: bigint
  deadline: Date
  data: Uint8Array
  signature: Uint8Array
}

/** What was signed, of `app.relay_request` as `r`. */
export function signedColumns(db: Db) {
  return db`r.id, r.chain_id::float8, r.from_address, r.to_address, r.gas, r.nonce, r.deadline, r.data, r.signature`
}

export function toSigned({
  from_address,
  to_address,
  deadline,
  data,
  signature,
  ...row
}: SignedColumns): SignedRow {
  const { id, chain_id, gas, nonce } = row
  const hexes = [from_address, to_address, data, signature].map(toHex)
  const [from, to, bytes, signed] = hexes as [Hex, Hex, Hex, Hex]
  const seconds = Math.round(deadline.getTime() / 1000)
  return { id, chain_id, from, to, value: 0n, gas, nonce, deadline: seconds, data: bytes, signature: signed }
}
