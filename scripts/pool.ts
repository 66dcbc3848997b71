import { openKeyRing } from '../adapters/keys/ring.ts'
import { openQueue } from '../adapters/queue/checkout.ts'
import { parseConfig } from '../core/config.ts'
import type { Sql } from '../db/client.ts'
import { listHeartbeats } from '../db/heartbeats/list.ts'
import { listDeadLetters } from '../db/pool/list.ts'
import { readPoolLoad } from '../db/pool/load.ts'
import { replayDeadLetter } from '../db/pool/replay.ts'
import { withDatabase } from './cli/database.ts'
import { runCommand } from './cli/run.ts'
import { type PoolFlags, parsePoolFlags } from './pool/flags.ts'
import { tellDead, tellStatus } from './pool/tell.ts'
import { findAppUrl } from './seed/running.ts'

/** More of them have one cause. */
const LISTED = 200

async function status(sql: Sql, appDatabaseUrl: string): Promise<string> {
  const { REDIS_URL: redisUrl } = parseConfig(process.env, ['REDIS_URL'])
  const queue = openQueue({ appDatabaseUrl, redisUrl })
  try {
    const now = new Date()
    const [load, counts, beats] = await Promise.all([
      readPoolLoad(sql, now),
      queue.counts(),
      listHeartbeats(sql),
    ])
    return tellStatus(load, { counts, beats, now })
  } finally {
    await queue.close()
  }
}

async function replay(sql: Sql, vaultKeys: string, id: string): Promise<string> {
  const ring = await openKeyRing(process.env.VAULT_KEYS || vaultKeys)
  const made = await replayDeadLetter(sql, ring, id)
  return `Asked anew as request ${made}; a worker takes it up within ten seconds.`
}

async function perform({ command, data, vaultKeys }: PoolFlags): Promise<string> {
  return await withDatabase({ data, name: 'pool' }, process.env, async (sql) => {
    if (command.name === 'status') return await status(sql, findAppUrl(data, process.env))
    if (command.name === 'dead') return tellDead(await listDeadLetters(sql, LISTED))
    return await replay(sql, vaultKeys, command.id)
  })
}

/** `npm run pool`: the checkout workers' queue, and what they gave up on. */
async function main(): Promise<void> {
  process.stdout.write(`${await perform(parsePoolFlags(process.argv.slice(2)))}\n`)
}

await runCommand(main)
