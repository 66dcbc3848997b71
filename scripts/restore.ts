import { join } from 'node:path'
import { parseConfig } from '../core/config.ts'
import { adoptMinted } from '../db/backup/after.ts'
import { connect } from '../db/client.ts'
import { ensureRoles } from '../db/roles.ts'
import { inTransaction } from '../db/transaction.ts'
import { withDatabase } from './cli/database.ts'
import { runCommand } from './cli/run.ts'
import { urlsOf } from './migrate/flags.ts'
import { withNewDatabase } from './restore/embedded.ts'
import { parseRestoreFlags } from './restore/flags.ts'
import { performRestore, type Restored } from './restore/perform.ts'

const passwordOf = (url: string) => decodeURIComponent(new URL(url).password)

function photosOf(folder: string): string | undefined {
  const { PHOTOS_S3_URL: bucket } = parseConfig(process.env, ['PHOTOS_S3_URL'])
  return bucket === undefined ? process.env.PHOTOS_DIR || join(folder, 'photos') : undefined
}

async function intoExternal(from: string): Promise<Restored> {
  const { DATABASE_URL: owner, ...urls } = urlsOf(process.env, { check: false })
  const { APP_DATABASE_URL: appUrl = '', INDEXER_DATABASE_URL: indexerUrl = '' } = urls
  if (owner) {
    const sql = connect(owner, { name: 'restore', max: 1 })
    const passwords = { app: passwordOf(appUrl), indexer: passwordOf(indexerUrl) }
    await ensureRoles(sql, passwords).finally(() => sql.end({ timeout: 2 }))
  }
  return performRestore({ from, appUrl, indexerUrl, photos: photosOf('.'), chain: undefined })
}

async function intoFolder(from: string, data: string): Promise<Restored> {
  return withNewDatabase(data, ({ appUrl, indexerUrl, folder }) =>
    performRestore({
      ...{ from, appUrl, indexerUrl },
      ...{ photos: photosOf(folder), chain: join(folder, 'chain') },
    }),
  )
}

function tell({ tables, files, ended, at }: Restored): string {
  return [
    `${tables} tables and ${files} files are as they were at ${at}; every table was read back and is the same.`,
    `${ended} checkouts that were open then are ended: whether they ordered since, their members' mail tells.`,
    'Now: start the indexer alone until it has caught up, npm run restore -- adopt, then the rest.',
  ].join('\n')
}

/** `npm run restore`: a backup into an empty database, and the awards that were minted since. */
async function main(): Promise<void> {
  const flags = parseRestoreFlags(process.argv.slice(2))
  const print = (line: string): void => void process.stdout.write(`${line}\n`)
  if (flags.command === 'adopt') {
    const count = await withDatabase({ data: flags.data, name: 'restore' }, process.env, (sql) =>
      inTransaction(sql, adoptMinted),
    )
    return print(`${count} awards were minted after the backup; they are marked so.`)
  }
  const isExternal = process.env.APP_DATABASE_URL || process.env.DATABASE_URL
  print(tell(isExternal ? await intoExternal(flags.from) : await intoFolder(flags.from, flags.data)))
}

await runCommand(main)
