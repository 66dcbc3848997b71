import type { Limit } from '../../adapters/retailers/limit.ts'
import { decimalsOf } from '../../core/checkout/price.ts'
import type { Job } from './job.ts'

/** The limit in the shop's currency: a limit without a currency is one in whatever the shop charges. */
export function limitFor({ maxTotal }: Pick<Job, 'maxTotal'>, shopCurrency: string): Limit | undefined {
  if (!maxTotal) return undefined
  const currency = maxTotal.currency ?? shopCurrency
  return { minor: Math.floor(Number(maxTotal.amount) * 10 ** decimalsOf(currency) + 1e-6), currency }
}
