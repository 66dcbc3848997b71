import { expect, test } from 'vitest'
import { openVoteKiller } from '../support/kill-vote.ts'
import { killing } from '../support/killing.ts'

const SEEDS = [1, 2, 3]
const { database, survives } = killing(openVoteKiller)

/** `npm run chaos -- votes` runs more of them. */
test('keepers killed at any instant carry out every vote that won, once, and no other', async () => {
  const faults = ['proposal', 'time passed', 'reorg', 'worker beside it']
  await survives({ seeds: SEEDS, leastKills: 5, faults })
  const [row] = await database().app<{ count: number }[]>`
    select count(*)::int from chain.proposal_step where step = 'executed'`
  expect(row?.count).toBeGreaterThanOrEqual(3 * SEEDS.length)
}, 900_000)
