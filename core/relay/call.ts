import type { Hex } from '../typed-data/domain.ts'
import { findRelayed, type RelayContracts } from './whitelist.ts'

/** A call that a member may have relayed: whom it goes to, what it says, and the gas that it may use. */
export type RelayedCall = { to: Hex; data: Hex; gas: bigint }

/** The call with the gas that the relayer gives it. */
export function relayed(contracts: RelayContracts, to: Hex, data: Hex): RelayedCall {
  const found = findRelayed(contracts, { to, data })
  if (!found) throw new Error(`The relayer does not send ${data.slice(0, 10)} to ${to}.`)
  return { to, data, gas: found.gas }
}
