import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getAddress } from 'viem'
import { afterAll, expect, test } from 'vitest'
import { startLiar } from '../support/liar.ts'
import { account, startRaffles } from '../support/raffle.ts'

const raffles = await startRaffles()
const folder = mkdtempSync(join(tmpdir(), 'snpd-verify-'))
const DEPLOYMENT = join(folder, 'deployment.json')
writeFileSync(DEPLOYMENT, JSON.stringify(raffles.deployment))
const honest = { RPC_URL: raffles.rpcUrl, BEACON_URL: raffles.beaconUrl, DEPLOYMENT }
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await raffles.close()
})

type Run = { code: number; out: string }

/** `npm run verify-raffle -- ...`, without npm. */
function verify(args: string[], environment: Record<string, string> = honest): Promise<Run> {
  const { PATH } = process.env
  return new Promise((resolve) => {
    const env = { NODE_ENV: 'test' as const, PATH, ...environment }
    execFile(process.execPath, ['scripts/verify-raffle.ts', ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), out: stdout + stderr }),
    )
  })
}

/** A raffle of 2 prizes and 5 entries, drawn. */
async function drawn(): Promise<bigint> {
  const id = await raffles.open(2, 5)
  await raffles.draw(id)
  return id
}

async function winners(id: bigint): Promise<number[]> {
  const contract = { address: raffles.deployment.raffle, abi: raffles.abi } as const
  return (await raffles.client.readContract({ ...contract, functionName: 'winnersOf', args: [id] })).map(
    Number,
  )
}

test('a drawn raffle checks out: the winners by place, with their tickets', async () => {
  const id = await drawn()
  const { code, out } = await verify([String(id)])
  const [first, second] = await winners(id)
  expect(code).toBe(0)
  expect(out.split('\n')).toEqual([
    `Raffle ${id} checks out: the chain has the winners that the beacon gives:`,
    `    1. ticket ${first}  ${getAddress(account(Number(first) + 1))}`,
    `    2. ticket ${second}  ${getAddress(account(Number(second) + 1))}`,
    '',
  ])
})

test('a raffle that nobody entered checks out', async () => {
  const id = await raffles.open(1, 0)
  await raffles.draw(id)
  expect(await verify([String(id)])).toMatchObject({ code: 0, out: expect.stringContaining('nobody won') })
})

test('a node that swaps the winners is found out, with the places', async () => {
  const id = await drawn()
  const [first, second] = await winners(id)
  const liar = await startLiar(raffles.rpcUrl, 'swap-winners')
  try {
    const { code, out } = await verify([String(id)], { ...honest, RPC_URL: liar.url })
    expect(code).toBe(1)
    expect(out).toContain('does NOT check out')
    expect(out).toContain(`Place 1: the draw gives ticket ${first}, the chain says ticket ${second}.`)
    expect(out).toContain(`Place 2: the draw gives ticket ${second}, the chain says ticket ${first}.`)
  } finally {
    await liar.close()
  }
})

test('a node that hides an entry is found out', async () => {
  const id = await drawn()
  const liar = await startLiar(raffles.rpcUrl, 'hide-entry')
  try {
    const { code, out } = await verify([String(id)], { ...honest, RPC_URL: liar.url })
    expect(code).toBe(1)
    expect(out).toContain('The chain counts 5 entries, and tells of 4.')
  } finally {
    await liar.close()
  }
})

test('a raffle that is open says when it is drawn', async () => {
  const id = await raffles.open(1, 1)
  const { closesAt, round } = await raffles.terms(id)
  const { code, out } = await verify([String(id)])
  expect(code).toBe(1)
  expect(out).toContain(`entries close at ${new Date(closesAt * 1000).toISOString()}`)
  expect(out).toContain(`round ${round}, which decides it, is published at`)
})

test('a cancelled raffle and an unknown one have their own sentences', async () => {
  const id = await raffles.open(1, 1)
  await raffles.cancel(id)
  expect((await verify([String(id)])).out).toContain('was cancelled before it closed')
  const unknown = await verify(['999'])
  expect(unknown).toMatchObject({ code: 1, out: `There is no raffle 999: they are numbered 1 to ${id}.\n` })
})

test('a beacon that is silent, or another one, is named', async () => {
  const id = String(await drawn())
  const silent = await verify([id], { ...honest, BEACON_URL: 'http://127.0.0.1:9' })
  expect(silent).toMatchObject({ code: 1, out: expect.stringContaining('No server of the beacon gave') })
  const other = await raffles.otherBeacon()
  const lied = await verify([id], { ...honest, BEACON_URL: other.url })
  other.close()
  expect(lied).toMatchObject({
    code: 1,
    out: expect.stringContaining('another one than the contracts trust'),
  })
})

test('without a number, or with no SNPD running, it says what to do', async () => {
  expect(await verify(['one'])).toMatchObject({ code: 1, out: expect.stringContaining('Usage: npm run') })
  const nothing = await verify(['1', '--data', folder], {})
  expect(nothing).toMatchObject({ code: 1, out: expect.stringContaining('No SNPD runs on the data folder') })
})
