import { readFlags, refusing } from '../cli/flags.ts'

const usage = `npm run backup -- --to FOLDER [--data .snpd]

Writes the database as it is at one moment and members' pictures into a new folder, while everything runs on; of the local chain too.
Keys and passwords are NOT in it: keep copies of <data>/keys and <data>/secrets.json (or of your own key files) elsewhere.

The database is that of APP_DATABASE_URL or DATABASE_URL, or the one that npm start runs on the data folder; pictures are those of
PHOTOS_DIR, or of the data folder. A bucket (PHOTOS_S3_URL) is left to its own versions.
`

const refuse = refusing(usage)

/** The command line of `npm run backup`. Pure. @throws Final `config.invalid` */
export function parseBackupFlags(args: string[]): { to: string; data: string } {
  const text = { type: 'string' } as const
  const { to, data } = readFlags(args, { to: text, data: { ...text, default: '.snpd' } }, refuse)
  if (!to) throw refuse('--to is missing.')
  return { to, data }
}
