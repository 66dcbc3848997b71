import { join } from 'node:path'
import { readWords, refusing } from '../cli/flags.ts'

export const usage = `npm run keys -- COMMAND [--data .snpd] [--keys FOLDER]

  init               makes the keys that are missing, changes none
  status             which keys there are, and what hangs on each
  rotate             makes a new key for the vault and renews everything under it, while all runs; cut off, it goes on
  rotate --prepare   only makes the key: for keys that you hand to several machines before any uses it
  rotate --checkout  makes a new pair for payment details; the workers seal to it what they hold
  drop ID            destroys a key on which nothing hangs any more

The keys are in FOLDER: by default "keys" in the data folder. The database is that of APP_DATABASE_URL or DATABASE_URL, or
the one that npm start runs on the data folder.
`

const commands = ['init', 'status', 'rotate', 'drop'] as const
export type KeysFlags = {
  command: (typeof commands)[number]
  data: string
  /** Folder of the three files. */
  folder: string
  prepare: boolean
  checkout: boolean
  /** Of `drop`. */
  id: string
}

const refuse = refusing(usage)

const options = {
  data: { type: 'string', default: '.snpd' },
  keys: { type: 'string' },
  prepare: { type: 'boolean', default: false },
  checkout: { type: 'boolean', default: false },
} as const

/** The command line of `npm run keys`. Pure. @throws Final `config.invalid` */
export function parseKeysFlags(args: string[]): KeysFlags {
  const { values, positionals } = readWords(args, options, refuse)
  const [given, id = '', ...rest] = positionals
  const command = commands.find((name) => name === given)
  const { data, keys, prepare, checkout } = values
  if (!command) throw refuse('The command is one of init, status, rotate, drop.')
  if (rest.length > 0 || (id !== '') !== (command === 'drop'))
    throw refuse('drop takes the id of one key, the other commands take none.')
  if ((prepare || checkout) && command !== 'rotate')
    throw refuse('--prepare and --checkout belong to rotate.')
  if (prepare && checkout) throw refuse('--prepare and --checkout exclude each other.')
  return { command, data, folder: keys ?? join(data, 'keys'), prepare, checkout, id }
}
