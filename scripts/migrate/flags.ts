import { type Config, parseConfig } from '../../core/config.ts'
import { Final } from '../../core/errors.ts'
import { roleName } from '../../db/roles.ts'
import { readFlags, refusing } from '../cli/flags.ts'

const usage = `npm run migrate [-- --check]

Brings the database up to this version, once, however many begin at once; does nothing when it is. To be run before web, workers
and indexer of a new version start (npm start does it by itself).

  APP_DATABASE_URL, INDEXER_DATABASE_URL   the two roles, which own the schemas
  DATABASE_URL                             with it their roles and schemas are made too, with the passwords of the other two

  --check   changes nothing; ends with 1 while a migration is missing. Looks at the schemas whose URL is set
`

export type MigrateFlags = { check: boolean }
export type Urls = Partial<Config<'DATABASE_URL' | 'APP_DATABASE_URL' | 'INDEXER_DATABASE_URL'>>

const refuse = refusing(usage)

/** The command line of `npm run migrate`. Pure. @throws Final `config.invalid` */
export function parseMigrateFlags(args: string[]): MigrateFlags {
  return readFlags(args, { check: { type: 'boolean', default: false } }, refuse)
}

/** @throws Final `config.invalid` when a URL is of another role than the one that is made for it */
function requireRole(url: string, schema: 'app' | 'chain'): void {
  const { pathname, username } = new URL(url)
  const wanted = roleName(pathname.slice(1), schema)
  if (decodeURIComponent(username) === wanted) return
  const variable = schema === 'app' ? 'APP_DATABASE_URL' : 'INDEXER_DATABASE_URL'
  throw new Final({
    code: 'config.invalid',
    message: `${variable} is not of the role ${wanted}, which DATABASE_URL would make.`,
    fix: `Write it with the user ${wanted}, or leave DATABASE_URL out and make the roles yourself.`,
  })
}

/** The databases' URLs of an environment. Pure. @throws Final `config.invalid` */
export function urlsOf(environment: Record<string, string | undefined>, { check }: MigrateFlags): Urls {
  const names = ['APP_DATABASE_URL', 'INDEXER_DATABASE_URL'] as const
  const wanted = check ? names.filter((name) => environment[name]) : names
  if (wanted.length === 0) throw refuse('APP_DATABASE_URL or INDEXER_DATABASE_URL must be set.')
  const urls: Urls = parseConfig(environment, wanted)
  if (check || !environment.DATABASE_URL) return urls
  const { APP_DATABASE_URL: app = '', INDEXER_DATABASE_URL: indexer = '' } = urls
  requireRole(app, 'app')
  requireRole(indexer, 'chain')
  return { ...urls, ...parseConfig(environment, ['DATABASE_URL']) }
}
