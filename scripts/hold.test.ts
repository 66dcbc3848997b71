import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { hold, isAlive, startedAt, tryHold } from './hold.mjs'

let folder: string
let lock: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snpd-hold-'))
  lock = join(folder, 'lock')
  const made = folder
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
})

function heldBy(holder: object): void {
  mkdirSync(lock)
  writeFileSync(join(lock, 'holder.json'), JSON.stringify(holder))
}

test('one holds it, the other is told who', () => {
  const { release } = tryHold(lock)
  expect(tryHold(lock)).toEqual({ holder: process.pid })
  release?.()
  expect(tryHold(lock).release).toBeDefined()
})

test('a holder that died loses it, and nothing is left lying about', async () => {
  const child = spawn(process.execPath, ['-e', '0'])
  await new Promise((resolve) => child.once('exit', resolve))
  heldBy({ pid: child.pid, started: '1' })
  expect(tryHold(lock).release).toBeDefined()
  expect(readdirSync(folder)).toEqual(['lock'])
})

test.runIf(existsSync('/proc/self/stat'))('a pid in use again by another process is no holder', () => {
  heldBy({ pid: process.pid, started: `${startedAt(process.pid)}0` })
  expect(tryHold(lock).release).toBeDefined()
})

test('a lock whose holder cannot be read is taken', () => {
  mkdirSync(lock)
  writeFileSync(join(lock, 'holder.json'), '{')
  expect(tryHold(lock).release).toBeDefined()
})

test('waiting ends when it is released', async () => {
  const { release } = tryHold(lock)
  let waitedFor = 0
  const second = hold(lock, (holder) => {
    waitedFor = holder
    release?.()
  })
  await second
  expect(waitedFor).toBe(process.pid)
})

test.runIf(existsSync('/proc/self/stat'))('a zombie is not alive', async () => {
  // The shell's child ends, and the shell that replaced itself by sleep never reaps it.
  const shell = spawn('sh', ['-c', 'sh -c "exit 0" & echo $!; exec sleep 20'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void shell.kill('SIGKILL'))
  const pid = Number(await new Promise((resolve) => shell.stdout.once('data', resolve)))
  await expect.poll(() => isAlive(pid)).toBe(false)
})
