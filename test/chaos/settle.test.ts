import { test } from 'vitest'
import { openSettleKiller } from '../support/kill-settle.ts'
import { killing } from '../support/killing.ts'

const { survives } = killing(openSettleKiller)

/** `npm run chaos -- settle` runs more of them. */
test('settle workers killed at any instant mint every due award once', async () => {
  await survives({ seeds: [1, 2, 3, 4], leastKills: 6, faults: ['reorg', 'worker beside it', 'awards'] })
}, 900_000)
