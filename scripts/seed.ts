import { parseArgs } from 'node:util'
import { Final } from '../core/errors.ts'
import { sentenceOf } from '../core/sentence.ts'
import { connect, ping } from '../db/client.ts'
import { findExternal, findRunning, type Target } from './seed/running.ts'
import { seed } from './seed/seed.ts'

const usage = 'npm run seed -- [--data .snpd] [--shop http://localhost:3001]'

function readFlags() {
  try {
    const options = { data: { type: 'string', default: '.snpd' }, shop: { type: 'string' } } as const
    const { data, shop } = parseArgs({ options }).values
    if (shop === undefined || URL.canParse(shop)) return { data, shop }
  } catch (cause) {
    throw new Final({
      code: 'config.invalid',
      message: `${(cause as Error).message}`,
      fix: `Usage: ${usage}`,
      cause,
    })
  }
  throw new Final({ code: 'config.invalid', message: '--shop must be a URL.', fix: `Usage: ${usage}` })
}

/** The database of APP_DATABASE_URL or DATABASE_URL when one is set, otherwise the one that `npm start` runs. */
function findTarget(): Target {
  const { data, shop } = readFlags()
  const external = findExternal(data, process.env)
  if (external) return { appUrl: external, shopUrl: shop ?? 'http://localhost:3001' }
  const running = findRunning(data)
  return { ...running, shopUrl: shop ?? running.shopUrl }
}

/** `npm run seed`: the demo's sneakers, stores, members, restocks and drops, into a database that has its schema. */
async function main(): Promise<void> {
  const { appUrl, shopUrl } = findTarget()
  const sql = connect(appUrl, { name: 'seed', max: 2 })
  try {
    await ping(sql)
    await seed({ sql, shopUrl, now: new Date() })
  } finally {
    await sql.end({ timeout: 2 })
  }
  process.stdout.write(`The demo data is there; its drops are sold at ${shopUrl}.\n`)
}

await main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
})
