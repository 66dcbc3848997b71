import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { Final } from '../../core/errors.ts'

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** The text in a file of its own, synced, under a name that nobody looks for. */
function writeAside(folder: string, name: string, text: string): string {
  const making = join(folder, `.${name}.${process.pid}`)
  const handle = openSync(making, 'w', 0o600)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
  return making
}

/** Whole or not at all, and there after a power cut. */
export function writeDurably(folder: string, name: string, text: string): void {
  renameSync(writeAside(folder, name, text), join(folder, name))
  syncFolder(folder)
}

/** The same, and only where there is no such file yet: false when there is. Of several processes one makes it. */
export function createDurably(folder: string, name: string, text: string): boolean {
  const making = writeAside(folder, name, text)
  try {
    linkSync(making, join(folder, name))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(making)
    syncFolder(folder)
  }
}

export function removeDurably(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true })
  syncFolder(folder)
}

/** @throws Final `config.data-folder` */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new Final({
      code: 'config.data-folder',
      message: `The folder ${folder} cannot be made.`,
      fix: 'Name another one with --journal.',
      cause,
    })
  }
}

function unreadable(file: string, what: string, cause: unknown): Final {
  return new Final({
    code: 'config.data-folder',
    message: `${file} cannot be read: whether ${what} is not known.`,
    fix: 'Look in your mail; then move the file away.',
    cause,
  })
}

/**
 * What a file says; undefined when there is none.
 * @param what is not known when it cannot be read
 * @throws Final `config.data-folder`
 */
export function readDurable<Entry>(
  file: string,
  parse: (json: unknown) => Entry,
  what: string,
): Entry | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw unreadable(file, what, cause)
  }
  try {
    return parse(JSON.parse(text))
  } catch (cause) {
    throw unreadable(file, what, cause)
  }
}
