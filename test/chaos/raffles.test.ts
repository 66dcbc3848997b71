import { test } from 'vitest'
import { openRaffleKiller } from '../support/kill-raffle.ts'
import { killing } from '../support/killing.ts'

const { survives } = killing(openRaffleKiller)

/** `npm run chaos -- raffles` runs more of them. */
test('draw workers killed at any instant open every raffle once, draw it once and pay everyone back or nobody', async () => {
  await survives({
    seeds: [1, 2, 3],
    leastKills: 5,
    faults: ['reorg', 'worker beside it', 'raffle described', 'entries'],
  })
}, 900_000)
