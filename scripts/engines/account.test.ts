import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { pickAccount } from './account.ts'
import { freePort } from './ports.ts'

const run = promisify(execFile)
/** util-linux; a uid that no machine gave a name to. */
const unshare = 'unshare'
const strange = ['--user', '--map-user=54321', '--map-group=54321']

function canBeStrange(): boolean {
  try {
    execFileSync(unshare, [...strange, 'true'], { stdio: 'ignore' })
    return true
  } catch {
    process.stdout.write(
      'account.test: no user namespaces here, Postgres for a uid without a name is not tested\n',
    )
    return false
  }
}

test('an ordinary account with a name: 1000, else nobody, else any but root', () => {
  const [root, mail, nobody, ana] = [
    'root:x:0:0::/root:/bin/sh',
    'mail:x:8:12::/:',
    'nobody:x:65534:65534::/:',
    'ana:x:1000:1001::/:',
  ]
  expect(pickAccount([root, mail, nobody, ana, ''].join('\n'))).toEqual({ uid: 1000, gid: 1001 })
  expect(pickAccount([root, mail, nobody].join('\n'))).toEqual({ uid: 65_534, gid: 65_534 })
  expect(pickAccount([root, mail].join('\n'))).toEqual({ uid: 8, gid: 12 })
  expect(pickAccount(`${root}\n`)).toBeUndefined()
})

test.runIf(canBeStrange())('Postgres starts for a uid that has no name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-account-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const options = JSON.stringify({ folder: join(folder, 'pg'), port: await freePort(), password: 'test' })
  const script = `
    const { startPostgres } = await import(${JSON.stringify(new URL('./postgres.ts', import.meta.url).href)})
    const server = await startPostgres(${options})
    process.stdout.write(process.getuid() + ' up')
    await server.stop()`
  const { stdout } = await run(unshare, [...strange, process.execPath, '--input-type=module', '-e', script])
  expect(stdout).toBe('54321 up')
})
