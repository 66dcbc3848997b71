import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSmallDisk, whyNoSmallDisk } from '../support/small-disk.ts'

test.skipIf(whyNoSmallDisk() !== undefined)('a disk is full, is freed, and is gone', () => {
  const disk = openSmallDisk(1)
  const write = () => writeFileSync(join(disk.folder, 'more'), Buffer.alloc(8_192))
  try {
    write()
    disk.fill()
    expect(() => writeFileSync(join(disk.folder, 'other'), Buffer.alloc(8_192))).toThrow('ENOSPC')
    disk.free()
    write()
  } finally {
    disk.close()
  }
  expect(existsSync(disk.folder)).toBe(false)
})
