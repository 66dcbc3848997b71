import { setTimeout as sleep } from 'node:timers/promises'
import { seeded } from '../../../core/random.ts'
import { requireSameLedger } from '../../../test/support/sim-oracle.ts'
import { type ContenderName, openContender } from './contender.ts'
import { FORMS, type Form, type MovingChain, openMovingChain } from './moving-chain.ts'

/** Milliseconds from the moment the chain was another one until the mirror was; undefined when given up. */
export type Settling = { form: Form; depth: number; ms: number | undefined }
/** `wrong`: the first row that was not the chain's in the end, if any (of ours: all families; of Ponder: transfers). */
export type Reorgs = { name: ContenderName; settlings: Settling[]; wrong: number }

const DEPTH = 20
const LIMIT_MS = 30_000

/** Replaces the newest blocks in each form, in each depth from 1 to 20 or in some of them. */
async function measure(
  moving: MovingChain,
  name: ContenderName,
  { depths, tell }: { depths: number[]; tell: (line: string) => void },
): Promise<Reorgs> {
  const { chain, bench, mine, truth, replace } = moving
  const contender = await openContender(name, bench, chain.deployment)
  const random = seeded(11)
  const reorgs: Reorgs = { name, settlings: [], wrong: 0 }
  try {
    contender.start()
    if ((await contender.settle(await truth(), LIMIT_MS * 4)) === undefined)
      throw new Error(`${name} never got there`)
    for (const depth of depths)
      for (const form of FORMS) {
        await mine(depth)
        await contender.settle(await truth(), LIMIT_MS)
        // At a moment that has nothing to do with any poll.
        await sleep(random(400))
        await replace(form, depth)
        const began = performance.now()
        const told = await truth()
        const asked = performance.now() - began
        const waited = await contender.settle(told, LIMIT_MS)
        reorgs.settlings.push({ form, depth, ms: waited === undefined ? undefined : asked + waited })
        if (name === 'ours')
          await requireSameLedger(chain, contender.sql).catch((error: Error) => {
            reorgs.wrong++
            tell(`WRONG after "${form}" of ${depth}: ${error.message}`)
          })
        else if (waited === undefined) reorgs.wrong++
      }
    tell(`${name}: ${reorgs.settlings.length} reorgs`)
    return reorgs
  } finally {
    await contender.close()
  }
}

/** Ours through every depth from 1 to 20, the others through `peerDepths`, all on one chain. */
export async function measureReorgs(
  names: ContenderName[],
  peerDepths: number[],
  tell: (line: string) => void,
): Promise<Reorgs[]> {
  const moving = await openMovingChain()
  const every = Array.from({ length: DEPTH }, (_, index) => index + 1)
  try {
    const all: Reorgs[] = []
    for (const name of names)
      all.push(await measure(moving, name, { depths: name === 'ours' ? every : peerDepths, tell }))
    return all
  } finally {
    await moving.bench.stop()
  }
}
