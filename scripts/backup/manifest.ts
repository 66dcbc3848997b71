import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Final } from '../../core/errors.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const tableShape = z.strictObject({
  schema: z.enum(['app', 'chain']),
  name: z.string(),
  columns: z.array(z.string()),
  bytes: z.int(),
  /** SHA-256 of the rows as COPY's text, unpacked. */
  sha256: hash,
})
const fileShape = z.strictObject({ path: z.string(), sha256: hash })
const manifestShape = z.strictObject({
  snpd_backup: z.literal(1),
  /** When the view of the database was taken. */
  at: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.record(z.enum(['app', 'chain']), z.array(z.strictObject({ name: z.string(), hash }))),
  tables: z.array(tableShape),
  /** Of members' pictures and of the local chain; paths within the backup. */
  files: z.array(fileShape),
})
export type Manifest = z.infer<typeof manifestShape>
export type DumpedTable = z.infer<typeof tableShape>
export type DumpedFile = z.infer<typeof fileShape>

/** Written last: a folder without it is no backup. */
export const MANIFEST = 'manifest.json'
/** Where the rows of a table lie in a backup. */
export const fileOf = ({ schema, name }: Pick<DumpedTable, 'schema' | 'name'>) =>
  join('database', `${schema}.${name}.gz`)

/** @throws Final `backup.broken` */
export function readManifest(folder: string): Manifest {
  try {
    return manifestShape.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')))
  } catch (cause) {
    throw new Final({
      code: 'backup.broken',
      message: `${folder} is no whole backup of SNPD: its ${MANIFEST} cannot be read.`,
      fix: 'Name the folder that npm run backup made; one that was cut short has no manifest.',
      cause,
    })
  }
}
