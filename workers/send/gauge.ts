import type { Account } from '../../adapters/chain/account.ts'

/** How much an account of ours can still pay for; amounts in wei as text. */
export type Fuel = { account: string; balance: string; calls_left: number }

const EVERY_MS = 15_000

async function measure(account: Account, usualGas: bigint): Promise<Fuel> {
  const [balance, { maxFee }] = await Promise.all([account.balance(), account.marketFees()])
  const left = maxFee === 0n ? 0n : balance / (maxFee * usualGas)
  return { account: account.address, balance: String(balance), calls_left: Number(left) }
}

/** A gauge that asks the node every 15 s at most. @param usualGas of a usual call */
export function openGauge(account: Account, usualGas: bigint): () => Promise<Fuel> {
  let last: { at: number; fuel: Fuel } | undefined
  return async () => {
    const at = Date.now()
    if (!last || at - last.at > EVERY_MS) last = { at, fuel: await measure(account, usualGas) }
    return last.fuel
  }
}
