import type { Account } from '../../adapters/chain/account.ts'

/** How much the relayer can still pay for; amounts in wei as text. */
export type Fuel = { relayer: string; balance: string; requests_left: number }

/** Gas of a usual request in a batch: a pass bought by permit takes 140,000. */
const USUAL_GAS = 150_000n
const EVERY_MS = 15_000

async function measure(account: Account): Promise<Fuel> {
  const [balance, { maxFee }] = await Promise.all([account.balance(), account.marketFees()])
  const left = maxFee === 0n ? 0n : balance / (maxFee * USUAL_GAS)
  return { relayer: account.address, balance: String(balance), requests_left: Number(left) }
}

/** A gauge that asks the node every 15 s at most. */
export function openGauge(account: Account): () => Promise<Fuel> {
  let last: { at: number; fuel: Fuel } | undefined
  return async () => {
    const at = Date.now()
    if (!last || at - last.at > EVERY_MS) last = { at, fuel: await measure(account) }
    return last.fuel
  }
}
