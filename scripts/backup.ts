import { join } from 'node:path'
import { parseConfig } from '../core/config.ts'
import { parseBackupFlags } from './backup/flags.ts'
import { performBackup } from './backup/perform.ts'
import { withDatabase } from './cli/database.ts'
import { runCommand } from './cli/run.ts'
import { findExternal } from './seed/running.ts'

/** Where members' pictures lie; undefined in a bucket. */
function photosOf(data: string): string | undefined {
  const { PHOTOS_S3_URL: bucket } = parseConfig(process.env, ['PHOTOS_S3_URL'])
  if (bucket !== undefined) return undefined
  return process.env.PHOTOS_DIR || join(data, 'photos')
}

/** `npm run backup`: database and pictures into a folder. */
async function main(): Promise<void> {
  const { to, data } = parseBackupFlags(process.argv.slice(2))
  const isOurs = findExternal(data, process.env) === undefined
  const chain = isOurs ? join(data, 'chain') : undefined
  const photos = photosOf(data)
  const { tables, files } = await withDatabase({ data, name: 'backup', max: 1 }, process.env, (sql) =>
    performBackup(sql, { to, photos, chain }),
  )
  const bytes = tables.reduce((sum, table) => sum + table.bytes, 0)
  process.stdout.write(
    [
      `${tables.length} tables (${Math.ceil(bytes / 1024)} KiB unpacked) and ${files.length} files are in ${to}.`,
      ...(photos === undefined ? ['Pictures are in a bucket and not in it.'] : []),
      'No key is in it: without copies of your key files it cannot be read.\n',
    ].join('\n'),
  )
}

await runCommand(main)
