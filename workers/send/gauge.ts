import type { Account } from '../../adapters/chain/account.ts'
import type { Sql } from '../../db/client.ts'
import { writeHeartbeat } from '../../db/heartbeats/write.ts'

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

type Told = { sql: Sql; component: string; account: Account; usualGas: bigint }

/**
 * A gauge whose reading becomes a sign of life, for app/health/payer.ts. To be told before a step: without gas the step fails,
 * and that is what has to be told. A node that does not answer is the step's own error.
 */
export function openToldGauge({ sql, component, account, usualGas }: Told): () => Promise<void> {
  const gauge = openGauge(account, usualGas)
  return async () => {
    const fuel = await gauge().catch(() => undefined)
    if (fuel) await writeHeartbeat(sql, component, fuel)
  }
}
