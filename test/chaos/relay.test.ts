import { test } from 'vitest'
import { openRelayKiller } from '../support/kill-relay.ts'
import { killing } from '../support/killing.ts'

const { survives } = killing(openRelayKiller)

/** `npm run chaos -- relay` runs more of them. */
test('relay workers killed at any instant carry every request out once, and tell what became of it', async () => {
  await survives({ seeds: [1, 2, 3, 4], leastKills: 6, faults: ['reorg', 'worker beside it', 'requests'] })
}, 900_000)
