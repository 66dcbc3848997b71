import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Retryable } from '../../core/errors.ts'
import { checkKey, type PhotoStore } from './store.ts'

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

function failed(folder: string, cause: unknown): Retryable {
  const said = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  return new Retryable({
    code: 'photo.store',
    message: `The folder of photos cannot be used (${said}).`,
    fix: `Check that ${folder} can be written and has room (PHOTOS_DIR).`,
    cause,
  })
}

/** Synced before it gets its name: after a crash a picture is there whole or not at all. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    const file = await open(draft, 'wx', 0o600)
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Pictures as files of one folder, in 256 folders by their last two digits. All web processes need to see the same one. */
export function openDiskPhotos(folder: string): PhotoStore {
  // A UUIDv7 begins with the time; its end is chance.
  const within = (key: string) => join(folder, checkKey(key).slice(34, 36))
  const at = (key: string) => join(within(key), `${key}.webp`)
  const said = (cause: unknown) => {
    throw failed(folder, cause)
  }
  return {
    put: async (key, webp) => {
      const path = at(key)
      await mkdir(within(key), { recursive: true, mode: 0o700 })
        .then(() => write(path, webp))
        .catch(said)
    },
    get: async (key) => {
      const found = await readFile(at(key)).catch((error: unknown) =>
        isMissing(error) ? undefined : said(error),
      )
      return found && new Uint8Array(found)
    },
    remove: async (key) => rm(at(key), { force: true }).catch(said),
  }
}
