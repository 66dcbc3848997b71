import { z } from '@hono/zod-openapi'
import { weiShape } from '../../core/member/shape.ts'
import { degraded, down, type Heartbeat, ok } from './judge.ts'
import type { Component } from './shape.ts'

/** What a worker last wrote of an account that SNPD can do without: others may pay for the same calls. */
const fuelShape = z.object({ account: z.string(), balance: weiShape, calls_left: z.int() })

/** component: of the sign of life; key: the variable with the account's key; does: what it pays for */
export type Payer = { component: string; key: string; does: string }

/** The account that runs raffles. */
export const raffler: Payer = { component: 'raffler', key: 'RAFFLE_KEY', does: 'opens and draws raffles' }

/** The account that carries juries' verdicts to the contract. */
export const arbiter: Payer = {
  component: 'arbiter',
  key: 'ARBITER_KEY',
  does: "carries juries' verdicts out",
}

/** The account that carries out what votes decided. Its worker's own sign of life is called `keeper`. */
export const keeper: Payer = {
  component: 'keeper-account',
  key: 'KEEPER_KEY',
  does: 'carries out what votes decided',
}

/** A step that failed is tried again after up to half a minute, and a slow node takes its time. Milliseconds. */
const SILENT_MS = 90_000
/** Its key was taken away, or everything has long been off. Milliseconds. */
const FORGOTTEN_MS = 24 * 3_600_000
/** Calls that it must be able to pay for: a raffle's refunds. */
const LOW = 100

/** An account that works where its key is set, by its last sign of life. Pure. */
export function judgePayer(beats: readonly Heartbeat[], payer: Payer, now: Date): Component {
  const { component, key, does } = payer
  const beat = beats.find((each) => each.component === component)
  const fuel = fuelShape.safeParse(beat?.detail).data
  const age = beat ? now.getTime() - beat.at.getTime() : Number.POSITIVE_INFINITY
  if (!fuel || age > FORGOTTEN_MS) return ok(`No account of SNPD's ${does} here (${key}): others may.`)
  const { account, calls_left: left } = fuel
  if (age > SILENT_MS) return degraded(`No word for ${Math.round(age / 1000)} s of the account that ${does}.`)
  if (left === 0)
    return down(`The account ${account} ${does} and has no gas: send it the chain's own currency.`)
  if (left < LOW)
    return degraded(`The account ${account} ${does} and pays for ${left} more calls: send it some.`)
  return ok(`Pays for ${left.toLocaleString('en-US')} calls.`)
}
