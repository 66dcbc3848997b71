import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { freePort, freePorts } from '../../scripts/engines/ports.ts'
import { dataFolder, runSnpd } from '../support/start.ts'

// What cannot work ends at once, in one sentence and with exit code 1.
let data: string
let port: number
beforeEach(async () => {
  const folder = dataFolder()
  onTestFinished(folder.remove)
  data = folder.path
  port = await freePorts(5)
})

const start = (extra: string[] = [], env?: Record<string, string>) =>
  runSnpd(['--port', String(port), '--data', data, ...extra], env)

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(data, name, '..'), { recursive: true })
    writeFileSync(join(data, name), text)
  }
}

/** One paragraph: the stages that went well before, then one sentence with its advice. */
async function refuses(result: ReturnType<typeof runSnpd>, sentence: RegExp): Promise<void> {
  const { code, output } = await result
  const spoken = output.split('\n').filter((line) => line && !line.startsWith('  '))
  expect(spoken).toEqual([expect.stringMatching(sentence)])
  expect(code).toBe(1)
}

const marker = JSON.stringify({ snpd_data: 1 })
const keys = 'Restore it from a backup, or start anew with --fresh'

describe('the command line', () => {
  test('an unknown flag', () =>
    refuses(start(['--prot', '1']), /^Unknown option '--prot'\. Usage: npm start/))
  test('a variable of the wrong kind', () =>
    refuses(start([], { REDIS_URL: 'localhost' }), /REDIS_URL must be a URL starting with redis/))
})

describe('the data folder', () => {
  test('of something else is left alone, also by --fresh', async () => {
    write({ 'thesis.txt': 'two years of work' })
    await refuses(start(), /is not empty and is no data folder of SNPD: it is left alone/)
    await refuses(start(['--fresh']), /is not empty and is no data folder of SNPD: it is left alone/)
    expect(readdirSync(data)).toEqual(['thesis.txt'])
  })

  test('that is a file', () => {
    write({ file: '' })
    return refuses(start(['--data', join(data, 'file')]), /file is not a folder\. Name another/)
  })

  test('with a broken marker', () => {
    write({ 'snpd.json': '{"snpd_data":9}' })
    return refuses(start(), /snpd\.json is not what this version of SNPD wrote there/)
  })

  test('that the file system does not let us use', () => {
    write({ 'snpd.json': marker, lock: '' })
    return refuses(
      start(),
      /^The data folder .* cannot be used: .* Make it a folder that this user may write/,
    )
  })

  test('with broken secrets', () => {
    write({ 'snpd.json': marker, 'secrets.json': '{' })
    return refuses(start(), new RegExp(`secrets\\.json cannot be read.*${keys}`))
  })

  test('with a database and no secrets', () => {
    write({ 'snpd.json': marker, 'pg/PG_VERSION': '18' })
    return refuses(start(), new RegExp(`secrets\\.json is missing.*${keys}`))
  })
})

test('a broken database, and --fresh as the way out of it', async () => {
  write({ 'snpd.json': marker })
  const first = await start([], { RPC_URL: `http://127.0.0.1:${await freePort()}` })
  expect(first.code).toBe(1)
  write({ 'pg/PG_VERSION': '18\n', 'chain/keep.txt': '' })
  await refuses(start(), /^Postgres cannot use the data folder .*start anew with --fresh/)
  const fresh = await start(['--fresh'], { RPC_URL: `http://127.0.0.1:${await freePort()}` })
  expect(fresh.code).toBe(1)
  expect(readdirSync(data).sort()).toEqual(['keys', 'logs', 'secrets.json', 'snpd.json'])
})

test('contracts of an older version: what to do is said, whatever the engines that stop have to say', async () => {
  const older = { chain_id: 31_337, start_block: 1, karma: `0x${'a1'.repeat(20)}` }
  write({ 'snpd.json': marker, 'chain/deployment-local.json': JSON.stringify(older) })
  await refuses(
    start(),
    /^The deployment file .* is not one that this version can use: .* start anew with .*--fresh/,
  )
})

test('a port that something else has is named before anything starts, the beacon’s too', async () => {
  const server = createServer().listen(port + 4, '127.0.0.1')
  onTestFinished(() => void server.close())
  await refuses(
    start(),
    /^Port \d+ \(beacon\) cannot be used: another program listens on it\. Stop that program/,
  )
})

describe('a server of one’s own that does not answer', () => {
  test('Postgres', async () => {
    const url = `postgres://me:hunter2@127.0.0.1:${await freePort()}/x`
    await refuses(
      start([], { DATABASE_URL: url }),
      /^Postgres at 127\.0\.0\.1:\d+\/x does not answer: .*Check DATABASE_URL/,
    )
  })

  test('Redis', async () => {
    const url = `redis://127.0.0.1:${await freePort()}`
    await refuses(
      start([], { REDIS_URL: url }),
      /^Redis at 127\.0\.0\.1:\d+ does not answer: .*Check REDIS_URL/,
    )
  })

  test('a chain', async () => {
    const url = `http://127.0.0.1:${await freePort()}/key`
    await refuses(
      start([], { RPC_URL: url }),
      /^The chain at http:\/\/127\.0\.0\.1:\d+ does not answer as one: .*Check RPC_URL/,
    )
  })

  test('one of two database URLs', () =>
    refuses(
      start([], { APP_DATABASE_URL: 'postgres://127.0.0.1/x' }),
      /belong together, and one of them is missing/,
    ))
})
