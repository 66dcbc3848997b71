import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import { databaseNow } from '../../db/clock.ts'
import { countAwards } from '../../db/leaderboard/count.ts'

export type StandingsOptions = { sql: Sql; logger: Logger; everyMs?: number }

/** Maturing is time passing: no event says that it happened. */
const EVERY_MS = 2_000

async function countAll({ sql, logger }: StandingsOptions): Promise<void> {
  try {
    while ((await countAwards(sql, await databaseNow(sql))) > 0);
  } catch (error) {
    logger.warn({ error: String(error) }, 'the leaderboards were not counted')
  }
}

/** Keeps the leaderboards up with the awards. Any number of workers may; what one misses the next round has. */
export function startStandings(options: StandingsOptions): { stop: () => Promise<void> } {
  let running = countAll(options)
  const timer = setInterval(() => {
    running = running.then(() => countAll(options))
  }, options.everyMs ?? EVERY_MS)
  const stop = async () => {
    clearInterval(timer)
    await running
  }
  return { stop }
}
