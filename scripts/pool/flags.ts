import { join } from 'node:path'
import { z } from 'zod'
import { readWords, refusing } from '../cli/flags.ts'

const usage = `npm run pool -- COMMAND [--data .snpd] [--keys FOLDER]

  status      what waits, since when, which workers live and how busy they are
  dead        checkouts that were given up on, with what stood in their way
  replay ID   asks anew, in the member's place, for what a dead one asked; the member sees the total before anything is
              bought. Never one that may have been ordered.

The database is that of APP_DATABASE_URL or DATABASE_URL, or the one that npm start runs on the data folder; the queue is in
REDIS_URL where that is set. The keys that open addresses are VAULT_KEYS, or in FOLDER: "keys" in the data folder.
`

export type PoolFlags = {
  data: string
  /** Of VAULT_KEYS where that is not set. */
  vaultKeys: string
  command: { name: 'status' } | { name: 'dead' } | { name: 'replay'; id: string }
}

const refuse = refusing(usage)

const options = { data: { type: 'string', default: '.snpd' }, keys: { type: 'string' } } as const

function commandOf([name, id, ...rest]: string[]): PoolFlags['command'] {
  if ((name === 'status' || name === 'dead') && id === undefined) return { name }
  if (name === 'replay' && rest.length === 0 && z.uuid().safeParse(id).success) return { name, id: id ?? '' }
  throw refuse('The command is one of status, dead, replay ID.')
}

/** The command line of `npm run pool`. Pure. @throws Final `config.invalid` */
export function parsePoolFlags(args: string[]): PoolFlags {
  const { values, positionals } = readWords(args, options, refuse)
  const { data, keys } = values
  return { data, vaultKeys: join(keys ?? join(data, 'keys'), 'vault.json'), command: commandOf(positionals) }
}
