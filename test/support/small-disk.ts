import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system in memory that holds so little that it can be filled. */
export type SmallDisk = {
  folder: string
  /** Not a byte is left. */
  fill: () => void
  /** What filled it is gone. */
  free: () => void
  close: () => void
}

const BLOCK = Buffer.alloc(64 * 1024)

function mount(folder: string, megabytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
}

/** Why there cannot be one here, in words; undefined when there can. */
export function whyNoSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-disk-'))
  try {
    mount(folder, 1)
    execFileSync('umount', [folder], { stdio: 'pipe' })
    return undefined
  } catch {
    return 'A disk that can be filled has to be mounted, and this account may not mount (it takes root on Linux).'
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @throws Error where nothing may be mounted */
export function openSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-disk-'))
  mount(folder, megabytes)
  const ballast = join(folder, 'ballast')
  const fill = () => {
    const file = openSync(ballast, 'a')
    try {
      // Whole blocks first, then what is left of the last one.
      for (let size = BLOCK.length; size >= 1; size = Math.floor(size / 2))
        try {
          while (writeSync(file, BLOCK, 0, size) > 0);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        }
    } finally {
      closeSync(file)
    }
  }
  const free = () => rmSync(ballast, { force: true })
  const close = () => {
    // What still has a file open there keeps it until it ends; nobody can find it any more.
    execFileSync('umount', ['-l', folder], { stdio: 'pipe' })
    rmSync(folder, { recursive: true, force: true })
  }
  return { folder, fill, free, close }
}
