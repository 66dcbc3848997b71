import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isAlive } from '../hold.mjs'
import { createCrew } from './crew.ts'
import { exitOf } from './exit.ts'

function probe() {
  const said: string[] = []
  const told: string[] = []
  const watchdog = {
    started: ({ pid }: { pid: number }) => void told.push(`+${pid}`),
    ended: (pid: number) => void told.push(`-${pid}`),
    done: () => undefined,
  }
  const crew = createCrew({ watchdog, say: (name, text) => void said.push(`${name} ${text}`) })
  onTestFinished(crew.stop)
  return { crew, said, told }
}

/** A real process that does what the shell line says. */
function post(name: string, rank: number, line = 'exec sleep 60') {
  const pids: number[] = []
  const start = async () => {
    const child = spawn('sh', ['-c', line], { detached: true, stdio: 'ignore' })
    pids.push(child.pid ?? 0)
    const exited = exitOf(child)
    return { pid: child.pid ?? 0, signal: 'SIGTERM' as const, exited }
  }
  return { name, rank, start, pids }
}

test('one that ends is started again, and said; the guard knows both', async () => {
  const { crew, said, told } = probe()
  const shop = post('shop', 2)
  await crew.start(shop)
  process.kill(shop.pids[0] ?? 0, 'SIGKILL')
  await expect
    .poll(() => said)
    .toEqual(['shop ended: SIGKILL; starting it again in 1 s', 'shop running again'])
  expect(told).toEqual([`+${shop.pids[0]}`, `-${shop.pids[0]}`, `+${shop.pids[1]}`])
})

test('a start that fails is the caller’s to hear', async () => {
  const { crew } = probe()
  const fails = { name: 'web', rank: 0, start: () => Promise.reject(new Error('no')) }
  await expect(crew.start(fails)).rejects.toThrow('no')
})

test('a restart that was asked for is at once', async () => {
  const { crew, said } = probe()
  const web = post('web', 0)
  await crew.start(web)
  crew.restart('web')
  await expect.poll(() => said).toEqual(['web running again'])
})

test('stops by rank, kills who will not end with all it started, and starts none again', async () => {
  const { crew, said } = probe()
  const folder = mkdtempSync(join(tmpdir(), 'snpd-crew-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'order')
  // Each writes down itself when it is asked to end: in which order Node tells of their ends is another matter.
  const obedient = (name: string, rank: number) =>
    post(name, rank, `trap 'echo ${name} >> ${file}; exit' TERM; echo up >> ${file}; sleep 60 & wait`)
  const posts = [
    obedient('postgres', 4),
    obedient('web', 0),
    post('workers', 1, `trap "" TERM; echo up >> ${file}; sleep 60; sleep 61`),
    obedient('chain', 3),
  ]
  for (const one of posts) await crew.start(one)
  const written = () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [])
  await expect.poll(written).toEqual(['up', 'up', 'up', 'up'])
  await crew.stop()
  expect(written().slice(4)).toEqual(['web', 'chain', 'postgres'])
  await expect.poll(() => posts.flatMap(({ pids }) => pids).filter(isAlive)).toEqual([])
  expect(said).toEqual([])
})
