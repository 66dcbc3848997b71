import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAnvil } from '../../scripts/engines/anvil.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { type Description, readDescription } from './description.ts'
import { play, type Tally } from './play.ts'
import { ALL_ASKED, sessionOf } from './steps.ts'
import { openWorld } from './world.ts'

/** `npm run fuzz -- api` sets them. */
const first = Number(process.env.FUZZ_SEED ?? 1)
const runs = Number(process.env.FUZZ_RUNS ?? 12)

let chain: Awaited<ReturnType<typeof startAnvil>>
let description: Description
const tally: Tally = new Map()

beforeAll(async () => {
  chain = await startAnvil({ port: await freePort() })
  const world = await openWorld(chain.url)
  description = await readDescription(world.web.origin)
  await world.close()
})
afterAll(() => chain.stop())

async function playSeed(seed: number): Promise<void> {
  const property = fc.asyncProperty(sessionOf(description, seed), async (all) => {
    const world = await openWorld(chain.url)
    await play(world, all, { description, tally }).finally(world.close)
  })
  await fc.assert(property, { seed, numRuns: 1, interruptAfterTimeLimit: 30_000 }).catch((error: Error) => {
    throw new Error(`Again: npm run fuzz -- api --seed ${seed}\n${error.message}`, { cause: error.cause })
  })
}

const seeds = Array.from({ length: runs }, (_, index) => first + index)

test.each(seeds)(
  'seed %i: no request breaks the server, its description or a secret',
  { timeout: 120_000 },
  playSeed,
)

test.runIf(runs >= 2 * ALL_ASKED)(
  'the requests get somewhere: every operation is asked, most of them with success',
  () => {
    const asked = description.operations.map(({ name }) => ({ name, statuses: tally.get(name) ?? new Map() }))
    if (process.env.FUZZ_TELL)
      for (const { name, statuses } of asked)
        process.stdout.write(
          `${name.padEnd(70)} ${[...statuses].map(([status, n]) => `${status}: ${n}`).join(', ')}\n`,
        )
    expect(asked.filter(({ statuses }) => statuses.size === 0)).toEqual([])
    const reached = asked.filter(({ statuses }) => [...statuses.keys()].some((status) => status < 300))
    expect(reached.length / asked.length).toBeGreaterThan(0.6)
  },
)
