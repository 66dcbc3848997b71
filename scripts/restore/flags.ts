import { readWords, refusing } from '../cli/flags.ts'

const usage = `npm run restore -- --from FOLDER [--data .snpd]
npm run restore -- adopt [--data .snpd]

Puts a backup of npm run backup into an empty database: that of APP_DATABASE_URL and INDEXER_DATABASE_URL (with DATABASE_URL their roles
and schemas are made first), else a new one in the data folder, which must hold the secrets.json and keys of the installation that was
saved. Pictures go to PHOTOS_DIR, or into the data folder.

Then start the indexer alone until it has caught up with the chain, run "adopt", and only then start workers and web: adopt finds
the awards that were minted after the backup, so that none is minted again. See docs/runbooks/backup.md.
`

const refuse = refusing(usage)
const text = { type: 'string' } as const

export type RestoreFlags = { data: string } & ({ command: 'adopt' } | { command: 'load'; from: string })

/** The command line of `npm run restore`. Pure. @throws Final `config.invalid` */
export function parseRestoreFlags(args: string[]): RestoreFlags {
  const options = { from: text, data: { ...text, default: '.snpd' } }
  const { values, positionals } = readWords(args, options, refuse)
  const { from, data } = values
  const [command, ...rest] = positionals
  if (rest.length > 0 || (command !== undefined && command !== 'adopt'))
    throw refuse('The only command is adopt.')
  if (command === 'adopt' && from === undefined) return { data, command }
  if (command === 'adopt') throw refuse('adopt takes no --from: it comes after.')
  if (!from) throw refuse('--from is missing.')
  return { data, command: 'load', from }
}
