import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Final } from '../../core/errors.ts'
import type { Sql } from '../../db/client.ts'
import { dumpDatabase } from './dump.ts'
import { takeFiles } from './files.ts'
import { MANIFEST, type Manifest } from './manifest.ts'

export type BackupOptions = {
  /** A folder that is not there yet, or empty. */
  to: string
  /** Undefined: they are in a bucket. */
  photos: string | undefined
  /** Folder of the local chain, where that is ours. */
  chain: string | undefined
}

function requireFree(to: string): void {
  if (!existsSync(to) || readdirSync(to).length === 0) return
  throw new Final({
    code: 'backup.target',
    message: `${to} is there already and not empty: nothing was written.`,
    fix: 'Name a new folder, with the day in its name say.',
  })
}

/** Files and a database in one folder, which gets its name when it is whole. @throws Final `backup.target` */
export async function performBackup(sql: Sql, { to, photos, chain }: BackupOptions): Promise<Manifest> {
  requireFree(to)
  const folder = `${to}.part`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const database = await dumpDatabase(sql, folder)
  // Pictures and the chain after the rows that speak of them: too new is caught up with, too old is missing.
  const files = [
    ...(photos ? await takeFiles(photos, { folder, under: 'photos', wanted: /\.webp$/ }) : []),
    ...(chain
      ? await takeFiles(chain, { folder, under: 'chain', wanted: /^(state|deployment-\w+)\.json$/ })
      : []),
  ]
  const manifest = { ...database, files }
  writeFileSync(join(folder, MANIFEST), JSON.stringify(manifest, null, 1), { mode: 0o600 })
  rmSync(to, { recursive: true, force: true })
  renameSync(folder, to)
  return manifest
}
