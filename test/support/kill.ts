import { setTimeout as sleep } from 'node:timers/promises'
import type { KillChain } from './kill-chain.ts'
import { planOf } from './kill-plan.ts'
import { Run } from './kill-run.ts'
import type { Setting } from './kill-setting.ts'

export type KillReport = { faults: Map<string, number>; kills: number; ms: number }
export type Killer = {
  /** @throws Error that names the seed, when something was done twice, not at all or wrongly, or nothing came of it */
  run: (seed: number) => Promise<KillReport>
  close: () => Promise<void>
}

/** What there is to do before a worker is there. */
const FIRST_ACTS = 2
/** After the last fault, all there is to do must be done within this: seconds, where others do not want the machine too. */
const LONGEST_MS = 240_000
/** A worker that has nothing to do asks node and database so often and sends nothing. */
const QUIET = 20

async function until(run: Run, what: () => Promise<string | undefined>): Promise<void> {
  let left: string | undefined = 'it never came to its end'
  for (const end = Date.now() + LONGEST_MS; Date.now() < end; await sleep(60)) {
    if (run.failure) throw run.failure
    left = await what()
    if (left === undefined) return
  }
  throw new Error(`after ${LONGEST_MS / 1000} s, ${run.requests} requests and ${run.kills} kills: ${left}`)
}

/** What was begun before it was done may still be sent; then no more. */
async function quietFor(run: Run, chain: KillChain): Promise<string | undefined> {
  const looks = () => run.requests + run.messages
  const [sent, before] = [chain.heard().size, looks()]
  await until(run, async () => (looks() > before + QUIET ? undefined : 'no worker looks any more'))
  return chain.heard().size > sent ? 'it goes on sending with nothing left to do' : undefined
}

async function finish(run: Run, { chain, mirror, subject }: Setting): Promise<void> {
  await until(run, async () => (run.isCalm ? undefined : 'not calm'))
  // One higher than any block that was replaced: who has that one has the chain as it will stay.
  const rest = async (number: number) =>
    until(run, async () => ((await mirror.hasReached(number)) ? subject.left() : 'the mirror is behind'))
  await rest((await chain.height()) + 1)
  await subject.requireRight()
  // All that was ever signed comes back at once, and is put into blocks.
  await chain.bringAllBack()
  await rest((await chain.height()) + 2)
  await until(run, () => quietFor(run, chain))
}

async function runSeed(setting: Setting, seed: number): Promise<KillReport> {
  const began = performance.now()
  const plan = planOf(seed)
  await setting.mirror.start()
  await setting.subject.reset()
  await setting.chain.begin()
  for (let first = 0; first < FIRST_ACTS; first++) await setting.subject.act(plan.world)
  const run = new Run(setting, plan)
  try {
    await run.start()
    await finish(run, setting)
    await run.stop()
    await setting.subject.requireRight()
    return { faults: run.faults, kills: run.kills, ms: performance.now() - began }
  } catch (cause) {
    await run.stop()
    const told = [...run.faults].map(([name, times]) => `${name} ${times}`).join(', ')
    throw new Error(`Seed ${seed}: ${(cause as Error).message}\nAfter: ${told}.`, { cause })
  }
}

/** Runs seeds of one subject, one after the other. */
export function createKiller(setting: Setting, close: () => Promise<void>): Killer {
  return { run: (seed) => runSeed(setting, seed), close }
}
