import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seeded } from '../support/random.ts'
import {
  addDueAwards,
  allMirrored,
  expectMintedOnce,
  type SettleWorld,
  startWorld,
} from '../support/settle.ts'

let world: SettleWorld
const children = new Set<ChildProcess>()
beforeEach(async () => {
  world = await startWorld()
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await world.close()
})

async function spawnSettler(): Promise<ChildProcess> {
  const { rpcUrl, awarderKey, deployment } = world.chain
  const settings = JSON.stringify({ appUrl: world.database.appUrl, rpcUrl, awarderKey, deployment })
  const child = fork(new URL('../support/settler.ts', import.meta.url), [settings], { stdio: 'inherit' })
  children.add(child)
  await Promise.race([once(child, 'message'), once(child, 'exit')])
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
  child.kill('SIGKILL')
  await exited
  children.delete(child)
}

const KILLS = 10

/** How long a settler needs on this machine, now, from its start to a minted award: what the kills are spread over. */
async function measureLife(): Promise<number> {
  await addDueAwards(world, 1)
  const settler = await spawnSettler()
  const started = Date.now()
  await allMirrored(world)
  const life = Date.now() - started
  await kill(settler)
  return life
}

/** Settlers are killed a moment after they start, while awards come in and blocks come late, or are taken back. */
async function torment(next: (below: number) => number, life: number): Promise<void> {
  for (let round = 0; round < KILLS; round++) {
    await addDueAwards(world, 1 + next(60))
    const victims = [await spawnSettler()]
    if (next(10) < 3) victims.push(await spawnSettler())
    if (next(10) < 4) await world.anvil.setAutomine(next(2) === 0)
    await sleep((next(1500) * life) / 1000)
    await Promise.all(victims.map(kill))
    if (next(10) < 3) await world.anvil.mine({ blocks: 1 })
    if (next(10) < 3) await world.anvil.request({ method: 'anvil_reorg', params: [1 + next(3), []] } as never)
  }
}

test.each([1, 2])(
  'killed at random instants, reorgs included (seed %i): every award minted once',
  async (seed) => {
    await world.anvil.mine({ blocks: 5 })
    await torment(seeded(seed), await measureLife())
    await world.anvil.setAutomine(true)
    await world.anvil.mine({ blocks: 1 })
    const last = await spawnSettler()
    await allMirrored(world, 25_000)
    await expectMintedOnce(world)
    const [row] = await world.database.app<{ batches: number }[]>`
    select count(*)::int as batches from app.award_batch`
    // Killed in the middle of the work, not only before it: several lives froze a batch.
    expect(row?.batches).toBeGreaterThan(2)
    await kill(last)
  },
  90_000,
)
