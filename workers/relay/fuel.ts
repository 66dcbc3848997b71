import type { Account } from '../../adapters/chain/account.ts'
import { openGauge } from '../send/gauge.ts'

/** How much the relayer can still pay for; amounts in wei as text. */
export type RelayFuel = { relayer: string; balance: string; requests_left: number }

/** Gas of a usual request in a batch: a pass bought by permit takes 140,000. */
const USUAL_GAS = 150_000n

/** The relayer's gauge, in the words of its sign of life. */
export function openRelayGauge(payer: Account): () => Promise<RelayFuel> {
  const gauge = openGauge(payer, USUAL_GAS)
  return async () => {
    const { account: relayer, balance, calls_left } = await gauge()
    return { relayer, balance, requests_left: calls_left }
  }
}
