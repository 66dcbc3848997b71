import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const automineShape = z.object({ result: z.boolean() })
const blockShape = z.object({ result: z.object({ number: z.string() }) })

async function call(rpcUrl: string, method: string, params: readonly unknown[]): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  const signal = AbortSignal.timeout(8_000)
  const headers = { 'content-type': 'application/json' }
  return (await fetch(rpcUrl, { method: 'POST', headers, body, signal })).json()
}

async function newest(rpcUrl: string): Promise<bigint> {
  return BigInt(blockShape.parse(await call(rpcUrl, 'eth_getBlockByNumber', ['latest', false])).result.number)
}

/** Whether each transaction gets a block at once. Who switched that off says themselves when blocks come. */
async function isFree(rpcUrl: string): Promise<boolean> {
  return automineShape.parse(await call(rpcUrl, 'anvil_getAutomine', [])).result
}

/** Seconds after the last act at which the first block without one is mined. */
const FIRST = 2

/** The next such moment: no more than a quarter late, and some fifty blocks in a day on which nobody acts. Pure. */
export const nextTick = (age: number): number => Math.max(age + 1, Math.floor(age * 1.25))

export type ClockOptions = {
  rpcUrl: string
  stop: AbortSignal
  /** 1000; less makes tests quick. */
  secondMs?: number
}

/** The chain as this clock knows it: its newest block, when somebody last acted, and when the next block is due. */
type Known = { number: bigint; actedAt: number; due: number }

async function tick({ rpcUrl, secondMs = 1_000 }: ClockOptions, known: Known): Promise<Known> {
  const number = await newest(rpcUrl)
  if (number !== known.number) return { number, actedAt: Date.now(), due: FIRST }
  if (Date.now() - known.actedAt < known.due * secondMs) return known
  if (!(await isFree(rpcUrl))) return known
  await call(rpcUrl, 'evm_mine', [])
  return { ...known, number: number + 1n, due: nextTick(known.due) }
}

/**
 * Lets time pass on a chain that mines a block for each transaction and none else: votes that open, close and come into
 * force go by the clock of its newest block, which would stand still for who is alone in the demo. Every other chain has
 * blocks all the time. A chain that does not answer is asked again.
 */
export async function keepClock(options: ClockOptions): Promise<void> {
  const { stop, secondMs = 1_000 } = options
  let known: Known = { number: -1n, actedAt: 0, due: FIRST }
  while (!stop.aborted) {
    known = await tick(options, known).catch(() => known)
    await sleep(secondMs, undefined, { signal: stop, ref: false }).catch(() => undefined)
  }
}
