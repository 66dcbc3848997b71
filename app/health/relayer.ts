import { z } from '@hono/zod-openapi'
import { walletShape, weiShape } from '../../core/member/shape.ts'
import type { RelayLoad } from '../../db/relay/load.ts'
import { degraded, down, type Heartbeat, ok } from './judge.ts'
import { type Component, componentShape } from './shape.ts'

/** What the relay worker last wrote of its account. */
const fuelShape = z.object({ relayer: z.string(), balance: weiShape, requests_left: z.int() })

export const relayerShape = z
  .object({
    ...componentShape.shape,
    /** The account that pays for members' calls; null before its worker ran. */
    address: walletShape.nullable(),
    /** wei of the chain's own currency */
    balance: weiShape.nullable(),
    /** How many usual requests that pays for at today's price. */
    requests_left: z.int().nullable(),
    /** Requests neither carried out nor over. */
    waiting: z.int(),
    /** Since when the oldest of them waits. */
    oldest_seconds: z.number().nullable(),
  })
  .meta({ id: 'RelayerHealth' })
export type RelayerHealth = z.infer<typeof relayerShape>

/** A step that failed is tried again after up to half a minute, and a slow node takes its time. Milliseconds. */
const SILENT_MS = 90_000
/** Requests that the account must be able to pay for: a busy day. */
const LOW = 1_000
/** Seconds after which whoever waits asks why: several blocks of the slowest chain. */
const LONG = 120

function judgeLoad({ waiting, oldest_seconds }: RelayLoad, left: number): Component {
  if (oldest_seconds !== null && oldest_seconds > LONG)
    return degraded(`${waiting} requests wait, the oldest for ${Math.round(oldest_seconds)} s.`)
  return ok(`Pays for ${left.toLocaleString('en-US')} requests; ${waiting} wait.`)
}

/** The relayer, by its last sign of life and by what waits for it. */
export function judgeRelayer(beats: Heartbeat[], load: RelayLoad, now: Date): RelayerHealth {
  const beat = beats.find(({ component }) => component === 'relayer')
  const fuel = fuelShape.safeParse(beat?.detail).data
  const none = { address: null, balance: null, requests_left: null, ...load }
  if (!beat || !fuel) return { ...degraded('The relay worker has not run yet.'), ...none }
  const { relayer, balance, requests_left } = fuel
  const known = { address: relayer.toLowerCase(), balance, requests_left, ...load }
  const age = now.getTime() - beat.at.getTime()
  if (age > SILENT_MS)
    return {
      ...degraded(
        `No word of the relayer for ${Math.round(age / 1000)} s: its worker or its node is silent.`,
      ),
      ...known,
    }
  if (requests_left === 0)
    return { ...down(`The relayer ${relayer} has no gas: send it the chain's own currency.`), ...known }
  if (requests_left < LOW)
    return {
      ...degraded(`The relayer ${relayer} pays for ${requests_left} more requests: send it some.`),
      ...known,
    }
  return { ...judgeLoad(load, requests_left), ...known }
}
