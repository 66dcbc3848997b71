import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { listDrops } from '../db/drops/read.ts'
import { databaseForTest } from '../test/support/database.ts'
import { findRunning } from './seed/running.ts'
import { openSecrets } from './start/secrets.ts'

type Ended = { code: number; stdout: string; stderr: string }

function runSeed(args: string[], env: Record<string, string>): Promise<Ended> {
  const file = fileURLToPath(new URL('./seed.ts', import.meta.url))
  const all = { ...process.env, APP_DATABASE_URL: '', DATABASE_URL: '', ...env }
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { env: all }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
    })
  })
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-seed-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('fills the database of APP_DATABASE_URL, as often as it is run', async () => {
  const { app, appUrl } = await databaseForTest()
  const run = () => runSeed(['--shop', 'http://localhost:4567'], { APP_DATABASE_URL: appUrl })
  expect(await run()).toEqual({
    code: 0,
    stdout: 'The demo data is there; its drops are sold at http://localhost:4567.\n',
    stderr: '',
  })
  expect((await run()).code).toBe(0)
  const [drop] = await listDrops(app, { memberId: null, now: new Date() })
  expect(drop?.product_url).toMatch(/^http:\/\/localhost:4567\/products\//)
})

test('fills the database of DATABASE_URL with the role that npm start made there', async () => {
  const { app, appUrl, ownerUrl } = await databaseForTest({ ownRoles: true })
  const folder = emptyFolder()
  const secrets = openSecrets(folder)
  secrets.postgres.app = new URL(appUrl).password.padEnd(16, '-')
  await app.unsafe(`alter role current_user password '${secrets.postgres.app}'`)
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify(secrets))
  expect(await runSeed(['--data', folder], { DATABASE_URL: ownerUrl })).toMatchObject({ code: 0, stderr: '' })
  expect(await listDrops(app, { memberId: null, now: new Date() })).not.toEqual([])
  const strange = await runSeed(['--data', emptyFolder()], { DATABASE_URL: ownerUrl })
  expect(strange).toMatchObject({ code: 1, stderr: expect.stringMatching(/^No SNPD was started on /) })
})

test('with nothing running, and with a wrong flag: one sentence and exit code 1', async () => {
  const idle = await runSeed(['--data', emptyFolder()], {})
  expect(idle).toMatchObject({ code: 1, stderr: expect.stringMatching(/^No SNPD runs on .*npm start.*\n$/) })
  const wrong = await runSeed(['--shoop', 'x'], {})
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringMatching(/Usage: npm run seed.*\n$/) })
  expect(wrong.stderr.split('\n')).toHaveLength(2)
})

test('finds the database and the shop of a running start', () => {
  const folder = emptyFolder()
  const { postgres } = openSecrets(folder)
  mkdirSync(join(folder, 'pg'))
  writeFileSync(join(folder, 'pg', 'postmaster.pid'), '123\n/somewhere\n1700000000\n3003\n/tmp\n')
  expect(findRunning(folder)).toEqual({
    appUrl: `postgres://snpd_app:${postgres.app}@127.0.0.1:3003/snpd`,
    shopUrl: 'http://localhost:3001',
  })
})
