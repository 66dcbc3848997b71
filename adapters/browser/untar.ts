import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { Final } from '../../core/errors.ts'

const BLOCK = 512

function text(archive: Buffer, from: number, length: number): string {
  return archive.toString('utf8', from, from + length).replace(/\0.*$/s, '')
}

/**
 * Writes the files, folders and links of a ustar archive (POSIX.1-1988) below a folder.
 * @throws Final `browser.missing` when an entry points out of the folder
 */
export function untar(archive: Buffer, folder: string): void {
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const name = join(text(archive, at + 345, 155), text(archive, at, 100))
    if (name === '.' && text(archive, at, 100) === '') return
    if (normalize(name).startsWith('..'))
      throw new Final({ code: 'browser.missing', message: `The browser archive holds a bad path: ${name}.` })
    const size = Number.parseInt(text(archive, at + 124, 12).trim() || '0', 8)
    const mode = Number.parseInt(text(archive, at + 100, 8).trim() || '644', 8)
    const target = join(folder, name)
    const type = text(archive, at + 156, 1)
    mkdirSync(type === '5' ? target : dirname(target), { recursive: true })
    if (type === '2') symlinkSync(text(archive, at + 157, 100), target)
    else if (type === '0' || type === '') {
      writeFileSync(target, archive.subarray(at + BLOCK, at + BLOCK + size))
      chmodSync(target, mode | 0o400)
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
}
