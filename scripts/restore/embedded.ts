import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Final } from '../../core/errors.ts'
import { connect } from '../../db/client.ts'
import { ensureRoles, roleUrl } from '../../db/roles.ts'
import { freePort } from '../engines/ports.ts'
import { startPostgres } from '../engines/postgres.ts'
import { openFolder } from '../start/folder.ts'
import { readSecrets } from '../start/secrets.ts'

/** A folder that has its keys and no database yet. @throws Final `backup.target` */
function requireKeys(data: string): void {
  const missing = ['secrets.json', 'keys'].filter((name) => !existsSync(join(data, name)))
  const fix =
    'Make a folder, put back secrets.json and keys of the installation that was saved, and name it with --data.'
  if (missing.length > 0)
    throw new Final({
      code: 'backup.target',
      message: `${data} has no ${missing.join(' and no ')}: what is restored could not be read with other ones.`,
      fix,
    })
  if (!existsSync(join(data, 'pg'))) return
  throw new Final({
    code: 'backup.target',
    message: `${data} has a database already: it is left alone.`,
    fix,
  })
}

/** Lends a new embedded Postgres of a data folder, as its two roles; it is stopped afterwards. */
export async function withNewDatabase<T>(
  data: string,
  work: (urls: { appUrl: string; indexerUrl: string; folder: string }) => Promise<T>,
): Promise<T> {
  requireKeys(data)
  const { postgres: passwords } = readSecrets(data)
  const { path, release } = await openFolder(data, { fresh: false })
  try {
    const server = await startPostgres({
      ...{ folder: join(path, 'pg'), port: await freePort(), password: passwords.owner },
    })
    try {
      const owner = connect(server.url, { name: 'restore', max: 1 })
      await ensureRoles(owner, passwords).finally(() => owner.end({ timeout: 2 }))
      const appUrl = roleUrl(server.url, 'app', passwords.app)
      return await work({ appUrl, indexerUrl: roleUrl(server.url, 'chain', passwords.indexer), folder: path })
    } finally {
      await server.stop()
    }
  } finally {
    release()
  }
}
