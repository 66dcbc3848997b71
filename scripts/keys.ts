import { addCheckoutPair, addKek, initKeys, keyFiles } from '../adapters/keys/files.ts'
import { sentenceOf } from '../core/sentence.ts'
import { connect, ping, type Sql } from '../db/client.ts'
import { describeKeys } from './keys/count.ts'
import { drop } from './keys/drop.ts'
import { type KeysFlags, parseKeysFlags } from './keys/flags.ts'
import { rotate } from './keys/rotate.ts'
import { findAppUrl } from './seed/running.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function withDatabase({ data }: KeysFlags, work: (sql: Sql) => Promise<void>): Promise<void> {
  const sql = connect(findAppUrl(data, process.env), { name: 'keys', max: 2 })
  try {
    await ping(sql)
    await work(sql)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

/** `npm run keys`: makes, shows, rotates and destroys the keys of the vault and of the checkout workers. */
async function main(): Promise<void> {
  const flags = parseKeysFlags(process.argv.slice(2))
  const files = keyFiles(flags.folder)
  if (flags.command === 'init') {
    await initKeys(flags.folder)
    return say(`The keys are in ${flags.folder}. Keep a copy where the database's backups are not.`)
  }
  if (flags.prepare)
    return say(`Key ${await addKek(files.vault, { use: false })} is ready; the next rotate uses it.`)
  if (flags.checkout) return say(`Key ${await addCheckoutPair(files)} is what browsers seal to from now on.`)
  await withDatabase(flags, async (sql) => {
    if (flags.command === 'rotate') return rotate(sql, files, say)
    if (flags.command === 'status') return say(await describeKeys(sql, files))
    await drop(sql, files, flags.id)
    say(`Key ${flags.id} is destroyed. What was encrypted with it, backups included, is lost.`)
  })
}

await main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
})
// The channel to the parent would keep a finished process alive.
if (process.connected) process.disconnect()
