import { isDeepStrictEqual } from 'node:util'
import { decodeFunctionResult, encodeFunctionData, type Hex, parseEventLogs } from 'viem'
import { accessPassAbi } from '../../core/contracts/accessPass.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import type { Sql } from '../../db/client.ts'
import type { TestChain } from './chain.ts'
import { callAnvil } from './sim-chain.ts'

type Row = (string | number)[]
/** What the mirror and the chain must agree on. */
type Ledger = { tip: string; transfers: Row[]; awards: Row[]; batches: Row[]; passes: Row[]; accounts: Row[] }

const ZERO = `0x${'0'.repeat(40)}`
const low = (text: string) => text.toLowerCase()

/** Each account's balance and lifetimeEarned, from the contract itself. */
async function chainAccounts({ rpcUrl, deployment }: TestChain, people: string[]): Promise<Row[]> {
  const read = (functionName: 'balanceOf' | 'lifetimeEarned') =>
    people.map((who): [string, ...unknown[]] => {
      const data = encodeFunctionData({ abi: karmaAbi, functionName, args: [who as Hex] })
      return ['eth_call', { to: deployment.karma, data }, 'latest']
    })
  const answers = await callAnvil(rpcUrl, [...read('balanceOf'), ...read('lifetimeEarned')])
  const value = (at: number) =>
    String(decodeFunctionResult({ abi: karmaAbi, functionName: 'balanceOf', data: answers[at] as Hex }))
  return people.map((who, at) => [who, value(at), value(people.length + at)])
}

/** The chain's word, asked of the real node itself and decoded by viem. */
async function chainLedger(chain: TestChain): Promise<Ledger> {
  const { karma, access_pass: pass } = chain.deployment
  const [raw, head] = await callAnvil(chain.rpcUrl, [
    ['eth_getLogs', { address: [karma, pass], fromBlock: '0x0', toBlock: 'latest' }],
    ['eth_getBlockByNumber', 'latest', false],
  ])
  type Logs = Parameters<typeof parseEventLogs>[0]['logs']
  const logs = raw as (Logs[number] & { blockTimestamp: Hex })[]
  const place = (log: (typeof logs)[number]) => {
    const { blockNumber, logIndex, transactionHash, blockTimestamp } = log
    return [Number(blockNumber), Number(logIndex), String(transactionHash), Number(blockTimestamp)]
  }
  const ledger: Ledger = {
    ...{ transfers: [], awards: [], batches: [], passes: [], accounts: [] },
    tip: (head as { hash: string }).hash,
  }
  let nextId = 0n
  for (const log of parseEventLogs({ abi: [...karmaAbi, ...accessPassAbi], logs })) {
    const where = place(log as unknown as (typeof logs)[number])
    const ours = low(log.address) === karma
    if (ours && log.eventName === 'AwardBatch') {
      const { firstId, count, ruleset } = log.args
      ledger.batches.push([...where, String(firstId), Number(count), ruleset])
      nextId = firstId
    } else if (ours && log.eventName === 'Transfer' && 'value' in log.args) {
      const { from, to, value } = log.args
      ledger.transfers.push([...where, low(from), low(to), String(value)])
      if (from === ZERO) ledger.awards.push([...where, String(nextId++), low(to), String(value)])
    } else if (!ours && log.eventName === 'PassPurchased') {
      const { member, tier, expiresAt, paid } = log.args
      ledger.passes.push([...where, low(member), tier, Number(expiresAt), String(paid)])
    }
  }
  const people = new Set(ledger.transfers.flatMap((row) => [String(row[4]), String(row[5])]))
  people.delete(ZERO)
  return { ...ledger, accounts: await chainAccounts(chain, [...people].sort()) }
}

/** The mirror's word. */
async function mirrorLedger(sql: Sql): Promise<Ledger> {
  const hex = (column: string) => sql.unsafe(`'0x' || encode(${column}, 'hex')`)
  const seconds = (column: string) => sql.unsafe(`extract(epoch from ${column})::float8`)
  const where = sql`block_number::float8, log_index, ${hex('tx_hash')}, ${seconds('block_time')}`
  const order = sql`order by block_number, log_index`
  const rows = async (query: ReturnType<typeof sql>) => [...(await query.values())] as Row[]
  const [transfers, awards, batches, passes, accounts, [cursor]] = await Promise.all([
    rows(
      sql`select ${where}, ${hex('from_address')}, ${hex('to_address')}, value::text from chain.transfer ${order}`,
    ),
    rows(sql`select ${where}, award_id::text, ${hex('to_address')}, amount::text from chain.award ${order}`),
    rows(sql`select ${where}, first_id::text, count, ${hex('ruleset')} from chain.award_batch ${order}`),
    rows(sql`select ${where}, ${hex('member_address')}, tier, ${seconds('expires_at')}, paid::text
      from chain.pass_purchase ${order}`),
    rows(sql`select ${hex('address')}, balance::text, earned::text from chain.account order by address`),
    rows(sql`select ${hex('block_hash')} from chain.cursor`),
  ])
  return { tip: String(cursor?.[0]), transfers, awards, batches, passes, accounts }
}

/** @throws Error that tells the first row, sum or time in which the mirror is not the chain */
export async function requireSameLedger(chain: TestChain, sql: Sql): Promise<void> {
  const [mirror, truth] = await Promise.all([mirrorLedger(sql), chainLedger(chain)])
  for (const part of ['tip', 'transfers', 'awards', 'batches', 'passes', 'accounts'] as const) {
    const plain = JSON.parse(JSON.stringify(mirror[part]))
    if (isDeepStrictEqual(plain, truth[part])) continue
    throw new Error(`${part}: ${difference(plain, truth[part])}`)
  }
}

function difference(mirror: unknown, truth: unknown): string {
  if (!Array.isArray(mirror) || !Array.isArray(truth)) return `the mirror has ${mirror}, the chain ${truth}`
  const at = mirror.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(truth[index]))
  const first = at < 0 ? mirror.length : at
  const told = `${mirror.length} rows in the mirror, ${truth.length} on the chain; the first that differs`
  return `${told}: ${JSON.stringify(mirror[first])} and ${JSON.stringify(truth[first])}`
}
