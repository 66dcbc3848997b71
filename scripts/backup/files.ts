import { createHash, type Hash } from 'node:crypto'
import { copyFileSync, createReadStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { Final } from '../../core/errors.ts'
import type { DumpedFile } from './manifest.ts'

/** Passes bytes on and counts them into a hash. */
export function hashing(hash: Hash, onBytes: (count: number) => void = () => undefined): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      onBytes(chunk.length)
      done(null, chunk)
    },
  })
}

/** SHA-256 of all that comes. */
export async function hashOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) hash.update(chunk)
  return hash.digest('hex')
}

/** Copies what of a folder is wanted to `under` of the backup. A picture that is deleted meanwhile is left out. */
export async function takeFiles(
  from: string,
  { folder, under, wanted }: { folder: string; under: string; wanted: RegExp },
): Promise<DumpedFile[]> {
  if (!existsSync(from)) return []
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((name) => wanted.test(name))
  const taken: DumpedFile[] = []
  for (const name of names.sort()) {
    const path = join(under, name)
    const to = join(folder, path)
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
    try {
      copyFileSync(join(from, name), to)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue
      throw error
    }
    taken.push({ path, sha256: await hashOf(createReadStream(to)) })
  }
  return taken
}

/** Puts the files of a backup that lie under a folder of it elsewhere. @throws Final `backup.broken` */
export async function putFiles(
  files: readonly DumpedFile[],
  { folder, under, to }: { folder: string; under: string; to: string },
): Promise<number> {
  const those = files.filter(({ path }) => path.startsWith(`${under}/`))
  for (const { path, sha256 } of those) {
    const from = join(folder, path)
    if (!existsSync(from) || (await hashOf(createReadStream(from))) !== sha256) throw broken(path)
    const target = join(to, path.slice(under.length + 1))
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    copyFileSync(from, target)
  }
  return those.length
}

export function broken(path: string, cause?: unknown): Final {
  return new Final({
    code: 'backup.broken',
    message: `${path} of the backup is not what was written into it.`,
    fix: 'Take another copy of this backup, or an older one. Nothing was changed in the database.',
    cause,
  })
}
