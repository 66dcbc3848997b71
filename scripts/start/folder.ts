import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Final, isSnpdError } from '../../core/errors.ts'
import { tryHold } from '../hold.mjs'
import { sweep } from './sweep.ts'

const MARKER = 'snpd.json'
const LOCK = 'lock'
const markerShape = z.object({ snpd_data: z.literal(1) })

export type DataFolder = {
  /** Real path. */
  path: string
  /** Names this run in the environment of all its processes, so that none can be lost. */
  run: string
  release: () => void
}

function refuse(message: string, fix: string, cause?: unknown): Final {
  return new Final({ code: 'config.data-folder', message, fix, cause })
}

/** A folder that is ours by its marker, or an empty one that becomes ours. Nothing else is ever touched. */
function claim(path: string): string {
  const elsewhere = 'Name another folder with --data.'
  if (existsSync(path) && !statSync(path).isDirectory()) throw refuse(`${path} is not a folder.`, elsewhere)
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw refuse(`The data folder ${path} cannot be made: ${(cause as Error).message}.`, elsewhere, cause)
  }
  const folder = realpathSync(path)
  const marker = join(folder, MARKER)
  if (existsSync(marker)) {
    checkMarker(marker)
    return folder
  }
  if (readdirSync(folder).length > 0)
    throw refuse(`${folder} is not empty and is no data folder of SNPD: it is left alone.`, elsewhere)
  writeFileSync(marker, `${JSON.stringify({ snpd_data: 1 })}\n`)
  return folder
}

function checkMarker(marker: string): void {
  try {
    markerShape.parse(JSON.parse(readFileSync(marker, 'utf8')))
  } catch (cause) {
    throw refuse(
      `${marker} is not what this version of SNPD wrote there.`,
      'Name another folder with --data, or run the version of SNPD that made it.',
      cause,
    )
  }
}

/** Does it; what the file system refuses (read-only, another user's) becomes one sentence. */
function inFolder<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (isSnpdError(cause)) throw cause
    throw refuse(
      `The data folder ${path} cannot be used: ${(cause as Error).message}.`,
      'Make it a folder that this user may write, or name another with --data.',
      cause,
    )
  }
}

/**
 * Opens the data folder for this process alone, and ends what a crashed run left behind in it.
 * @param fresh delete what an SNPD data folder holds first; refused for any other folder
 * @throws Final `config.data-folder`
 */
export async function openFolder(name: string, { fresh }: { fresh: boolean }): Promise<DataFolder> {
  const path = inFolder(name, () => claim(name))
  const { release, holder } = inFolder(path, () => tryHold(join(path, LOCK)))
  if (!release)
    throw refuse(
      `SNPD already runs on the data folder ${path} (process ${holder}).`,
      'Stop it, or name another folder with --data and another --port.',
    )
  await sweep(`${path}#`, { postgres: join(path, 'pg') })
  if (fresh)
    for (const entry of readdirSync(path))
      if (entry !== MARKER && entry !== LOCK) rmSync(join(path, entry), { recursive: true, force: true })
  mkdirSync(join(path, 'logs'), { recursive: true })
  return { path, run: `${path}#${process.pid}-${Date.now()}`, release }
}
