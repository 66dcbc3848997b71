import { addCheckoutPair, addKek, initKeys, keyFiles } from '../adapters/keys/files.ts'
import { withDatabase } from './cli/database.ts'
import { runCommand } from './cli/run.ts'
import { describeKeys } from './keys/count.ts'
import { drop } from './keys/drop.ts'
import { parseKeysFlags } from './keys/flags.ts'
import { rotate } from './keys/rotate.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

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
  await withDatabase({ data: flags.data, name: 'keys' }, process.env, async (sql) => {
    if (flags.command === 'rotate') return rotate(sql, files, say)
    if (flags.command === 'status') return say(await describeKeys(sql, files))
    await drop(sql, files, flags.id)
    say(`Key ${flags.id} is destroyed. What was encrypted with it, backups included, is lost.`)
  })
}

await runCommand(main)
