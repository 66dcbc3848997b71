import { execFile } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A copy of the contracts and what was generated from them, built from nothing. */
function copyForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-abi-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const path of ['contracts', 'core/contracts', 'scripts/abi.ts', 'hardhat.config.ts', 'package.json'])
    cpSync(join(root, path), join(folder, path), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

function check(folder: string) {
  return promisify(execFile)(process.execPath, ['scripts/abi.ts', '--check'], { cwd: folder })
}

test('core/contracts is what the contracts compile to; a change of either is told', async () => {
  const folder = copyForTest()
  // The compiler may warn about OpenZeppelin's sources.
  expect((await check(folder)).stderr).not.toContain('no longer match')
  appendFileSync(join(folder, 'core/contracts/karma.ts'), '\n')
  await expect(check(folder)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^core\/contracts\/karma\.ts no longer match.* node scripts\/abi\.ts/),
  })
})
