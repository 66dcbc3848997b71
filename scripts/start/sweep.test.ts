import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../engines/ports.ts'
import { startPostgres } from '../engines/postgres.ts'
import { isAlive } from '../hold.mjs'
import { findMarked, sweep } from './sweep.ts'

/** A process with the mark that starts another in a session of its own, as Playwright starts Chromium. */
function family(mark: string, script: string): void {
  const env = { ...process.env, SNPD_RUN: mark }
  const child = spawn('sh', ['-c', script], { env, stdio: 'ignore', detached: true })
  onTestFinished(() => void child.kill('SIGKILL'))
}

test.runIf(existsSync('/proc/self/environ'))('ends a run to its last process, and no other run', async () => {
  family('/data/a#1', 'setsid sleep 60 & trap "" TERM; sleep 61; sleep 62')
  family('/data/ab#1', 'sleep 60')
  await expect.poll(() => findMarked('/data/a#1')).toHaveLength(3)
  await expect.poll(() => findMarked('/data/ab#')).not.toHaveLength(0)
  await sweep('/data/a#')
  expect(findMarked('/data/a#')).toEqual([])
  expect(findMarked('/data/ab#')).not.toEqual([])
  await sweep('/data/ab#')
})

test('stops the Postgres that a crash left in the folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-sweep-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const pg = join(folder, 'pg')
  const server = await startPostgres({ folder: pg, port: await freePort(), password: 'test' })
  await sweep(`${folder}#`, { postgres: pg })
  expect(isAlive(server.process.pid ?? 0)).toBe(false)
  expect(existsSync(join(pg, 'postmaster.pid'))).toBe(false)
})
