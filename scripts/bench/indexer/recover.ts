import { setTimeout as sleep } from 'node:timers/promises'
import { type Random, seeded } from '../../../core/random.ts'
import { requireSameLedger } from '../../../test/support/sim-oracle.ts'
import type { BenchChain } from './chain.ts'
import { type Contender, type ContenderName, openContender } from './contender.ts'
import { FORMS, type MovingChain, openMovingChain } from './moving-chain.ts'
import { isRight, readTruth, type Truth } from './truth.ts'

/** Milliseconds from the restart of a killed process until it had all that the chain says; undefined: given up. */
export type Recovery = {
  name: ContenderName
  where: 'backfill' | 'head'
  ms: number | undefined
  isWrong: boolean
}
export type RecoverOptions = {
  names: ContenderName[]
  /** How often each is killed, in the backfill and at the head. */
  kills: Record<'ours' | 'peers', number>
  limitMs: number
  tell: (line: string) => void
}

const OUTSIDE_BACKFILL_MS = 1_000

async function restart(contender: Contender, truth: Truth, limitMs: number): Promise<number | undefined> {
  const began = performance.now()
  contender.start()
  const settled = await contender.settle(truth, limitMs)
  return settled === undefined ? undefined : performance.now() - began
}

/** How long the whole backfill takes, so that a kill can come at any moment of it. */
async function timeBackfill(
  name: ContenderName,
  { chain, truth, limitMs }: { chain: BenchChain; truth: Truth; limitMs: number },
): Promise<number> {
  const contender = await openContender(name, chain)
  try {
    return (await restart(contender, truth, limitMs)) ?? limitMs
  } finally {
    await contender.close()
  }
}

/** Over an empty database, killed at a random moment before it has all. @returns what is left to be restarted */
async function killInBackfill(
  name: ContenderName,
  chain: BenchChain,
  { truth, whole, random }: { truth: Truth; whole: number; random: Random },
): Promise<Contender> {
  for (let most = Math.ceil(whole); ; most = Math.ceil(most * 0.8)) {
    const contender = await openContender(name, chain)
    contender.start()
    await sleep(random(most))
    await contender.kill()
    if ((await contender.settle(truth, 0)) === undefined) return contender
    await contender.close()
  }
}

async function recoverInBackfill(chain: BenchChain, options: RecoverOptions): Promise<Recovery[]> {
  const { names, kills, limitMs, tell } = options
  const truth = await readTruth(chain.rpcUrl, chain.token)
  const random = seeded(5)
  const all: Recovery[] = []
  for (const name of names) {
    const whole = await timeBackfill(name, { chain, truth, limitMs })
    for (let kill = 0; kill < kills[name === 'ours' ? 'ours' : 'peers']; kill++) {
      const contender = await killInBackfill(name, chain, { truth, whole, random })
      const ms = await restart(contender, truth, limitMs).finally(() => contender.kill())
      const isWrong = ms === undefined || (name === 'ours' && !(await isRight(contender.sql, truth)))
      await contender.close()
      all.push({ name, where: 'backfill', ms, isWrong })
    }
    tell(
      `${name}: ${kills[name === 'ours' ? 'ours' : 'peers']} kills in a backfill of ${(whole / 1_000).toFixed(1)} s`,
    )
  }
  return all
}

/** Blocks go on until it is killed, and while it is down; now and then the newest are replaced meanwhile. */
async function killAtHead(moving: MovingChain, contender: Contender, random: Random): Promise<void> {
  const until = performance.now() + random(OUTSIDE_BACKFILL_MS)
  while (performance.now() < until) await moving.mine(1)
  await contender.kill()
  await moving.mine(1 + random(5))
  if (random(2) === 0) await moving.replace(FORMS[random(FORMS.length)] ?? 'empty', 1 + random(10))
}

async function recoverAtHead(
  moving: MovingChain,
  name: ContenderName,
  { kills, limitMs, tell }: RecoverOptions,
): Promise<Recovery[]> {
  const { chain, bench, truth } = moving
  const random = seeded(6)
  const contender = await openContender(name, bench, chain.deployment)
  const all: Recovery[] = []
  try {
    if ((await restart(contender, await truth(), limitMs)) === undefined)
      throw new Error(`${name} never got there`)
    for (let kill = 0; kill < kills[name === 'ours' ? 'ours' : 'peers']; kill++) {
      await killAtHead(moving, contender, random)
      const ms = await restart(contender, await truth(), limitMs)
      const wrong =
        name === 'ours'
          ? await requireSameLedger(chain, contender.sql).then(() => undefined, String)
          : ms === undefined && 'it never got there'
      if (wrong) tell(`WRONG: ${wrong}`)
      all.push({ name, where: 'head', ms, isWrong: Boolean(wrong) })
    }
    return all
  } finally {
    await contender.close()
  }
}

/** Kills each at random moments, in the backfill of a long chain and at the head of one that moves. */
export async function measureRecoveries(dense: BenchChain, options: RecoverOptions): Promise<Recovery[]> {
  const all = await recoverInBackfill(dense, options)
  const moving = await openMovingChain()
  try {
    for (const name of options.names) all.push(...(await recoverAtHead(moving, name, options)))
    return all
  } finally {
    await moving.bench.stop()
  }
}
