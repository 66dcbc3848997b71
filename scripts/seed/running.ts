import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseConfig } from '../../core/config.ts'
import { Final } from '../../core/errors.ts'
import { roleUrl } from '../../db/roles.ts'
import { openSecrets, readSecrets } from '../start/secrets.ts'

export type Target = { appUrl: string; shopUrl: string }

/**
 * The port of the Postgres that runs on a data folder: the fourth line of its pid file.
 * @param instead what else to set for who has no such folder
 * @throws Final `config.data-folder`
 */
export function postgresPort(folder: string, instead: string): number {
  try {
    const port = Number(readFileSync(join(folder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[3])
    if (Number.isInteger(port) && port > 0) return port
  } catch {
    // No file: nothing runs there.
  }
  throw new Final({
    code: 'config.data-folder',
    message: `No SNPD runs on the data folder ${folder}.`,
    fix: `Start it with npm start, name its folder with --data, or set ${instead}.`,
  })
}

/** The database and the shop of an `npm start` that runs on this data folder. @throws Final `config.data-folder` */
export function findRunning(folder: string): Target {
  const port = postgresPort(folder, 'DATABASE_URL')
  const { postgres } = openSecrets(folder)
  return {
    appUrl: roleUrl(`postgres://snpd@127.0.0.1:${port}/snpd`, 'app', postgres.app),
    // npm start gives the shop the port after the web app's, and Postgres the third after it.
    shopUrl: `http://localhost:${port - 2}`,
  }
}

type Variables = Record<string, string | undefined>

/**
 * The external database that the environment names, as the app's role; that role's password for DATABASE_URL is in the
 * data folder.
 * @throws Final `config.invalid`, `config.data-folder`
 */
export function findExternal(data: string, environment: Variables): string | undefined {
  const { APP_DATABASE_URL, DATABASE_URL } = environment
  if (APP_DATABASE_URL) return parseConfig(environment, ['APP_DATABASE_URL']).APP_DATABASE_URL
  if (!DATABASE_URL) return undefined
  const { DATABASE_URL: ownerUrl } = parseConfig(environment, ['DATABASE_URL'])
  return roleUrl(ownerUrl, 'app', readSecrets(data).postgres.app)
}

/** That one, otherwise the one that `npm start` runs on the data folder. @throws Final `config.*` */
export function findAppUrl(data: string, environment: Variables): string {
  return findExternal(data, environment) ?? findRunning(data).appUrl
}
