import { isDeepStrictEqual } from 'node:util'
import {
  type Abi,
  decodeEventLog,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  zeroAddress,
} from 'viem'
import { z } from 'zod'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { eachFamily } from '../../db/chain/facts.ts'
import type { Sql } from '../../db/client.ts'
import type { TestChain } from './chain.ts'
import { mirrorRows } from './mirror-rows.ts'
import { type Row, saidBy, textOf, valuesOf } from './oracle.ts'
import { callAnvil } from './sim-chain.ts'
import { abis } from './world.ts'

/** What the mirror and the chain must agree on, and each row of it. */
type Ledger = {
  rows: Record<string, Row[]>
  /** Address, balance, and all that was ever awarded. */
  accounts: Row[]
  /** Number, hash, parent and time: of the mirror's place, and of every block of which it says anything. */
  blocks: Row[]
}

const hex = z.templateLiteral(['0x', z.string()])
const logsShape = z.array(
  z.object({
    ...{ address: hex, topics: z.tuple([hex], hex), data: hex },
    ...{ blockNumber: z.string(), logIndex: z.string(), transactionHash: z.string() },
  }),
)
type Log = z.infer<typeof logsShape>[number]
const headersShape = z.array(
  z.object({ number: z.string(), hash: z.string(), parentHash: z.string(), timestamp: z.string() }),
)

const placeOf = ({ blockNumber, logIndex, transactionHash }: Log): Row => [
  String(Number(blockNumber)),
  String(Number(logIndex)),
  transactionHash,
]

const families = Object.entries(saidBy).flatMap(([family, said]) =>
  said.map(([contract, event, values]) => ({ key: `${contract}.${event}`, family, values })),
)
const byEvent = new Map(families.map((one) => [one.key, one]))

/** What viem makes of the logs, as the rows they must be: each award is the mint whose turn its batch announced. */
function rowsOf({ deployment }: TestChain, logs: Log[]): Record<string, Row[]> {
  const rows: Record<string, Row[]> = Object.fromEntries(eachFamily.map(([family]) => [family, []]))
  const names = new Map(Object.keys(abis).map((name) => [deployment[name as keyof typeof abis], name]))
  let nextId = 0n
  for (const log of logs) {
    const name = names.get(log.address) as keyof typeof abis
    const { eventName = '', args } = decodeEventLog({ abi: abis[name] as Abi, ...log })
    const said = byEvent.get(`${name}.${eventName}`)
    if (!said) continue
    const values: Record<string, unknown> = { ...(args as unknown as object), address: log.address }
    rows[said.family]?.push([...placeOf(log), ...valuesOf(values, said.values).map(textOf)])
    if (said.family === 'batches') nextId = values.firstId as bigint
    if (said.family !== 'transfers' || values.from !== zeroAddress) continue
    rows.awards?.push([...placeOf(log), ...[nextId++, values.to, values.value].map(textOf)])
  }
  return rows
}

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

/** The chain's word, asked of the real node itself; `numbers` are the blocks of which the mirror speaks. */
async function chainLedger(chain: TestChain, numbers: string[]): Promise<Ledger> {
  const address = Object.keys(abis).map((name) => chain.deployment[name as keyof typeof abis])
  const asked = ['latest', ...numbers.map((number) => `0x${Number(number).toString(16)}`)]
  const [raw, ...headers] = await callAnvil(chain.rpcUrl, [
    ['eth_getLogs', { address, fromBlock: '0x0', toBlock: 'latest' }],
    ...asked.map((tag): [string, ...unknown[]] => ['eth_getBlockByNumber', tag, false]),
  ])
  const rows = rowsOf(chain, logsShape.parse(raw))
  const people = new Set((rows.transfers ?? []).flatMap(([, , , from, to]) => [from, to].map(String)))
  people.delete(zeroAddress)
  const blocks = headersShape
    .parse(headers)
    .map(({ number, hash, parentHash, timestamp }) => [
      String(Number(number)),
      hash,
      parentHash,
      String(Number(timestamp)),
    ])
  return { rows, accounts: await chainAccounts(chain, [...people].sort()), blocks }
}

/** Where the mirror stands, the tail it keeps, and the times it gave to blocks: each as number, hash, parent, time. */
async function mirrorBlocks(sql: Sql): Promise<Row[]> {
  const times = eachFamily.map(([, { table }]) => `select block_number, block_time from chain.${table}`)
  const seconds = (column: string) => `extract(epoch from ${column})::bigint::text`
  const text = (column: string) => `'0x' || encode(${column}, 'hex')`
  const found = await sql
    .unsafe(`
    select block_number::text, ${text('block_hash')}, null, ${seconds('block_time')} from chain.cursor
    union all (select number::text, ${text('hash')}, ${text('parent_hash')}, ${seconds('block_time')}
      from chain.block order by number)
    union all select distinct block_number::text, null, null, ${seconds('block_time')}
      from (${times.join(' union all ')}) each`)
    .values()
  return found.map((row) => [...row] as Row)
}

/** The mirror's word. */
async function mirrorLedger(sql: Sql): Promise<Ledger> {
  const accounts = sql`
    select '0x' || encode(address, 'hex'), balance::text, earned::text from chain.account order by address`
  const [rows, amounts, blocks] = await Promise.all([mirrorRows(sql), accounts.values(), mirrorBlocks(sql)])
  return { rows, accounts: amounts.map((row) => [...row] as Row), blocks }
}

/** A row of the mirror tells less of a block than the chain does: what it tells must be so. */
function requireBlocks(mirror: Row[], [newest, ...truth]: Row[]): void {
  for (const [at, told] of mirror.entries()) {
    const real = at === 0 ? newest : truth[at]
    if (told.some((value, column) => value !== null && value !== real?.[column]))
      throw new Error(
        `a block is ${JSON.stringify(told)} in the mirror, ${JSON.stringify(real)} on the chain`,
      )
  }
}

function requireSame(what: string, mirror: Row[], truth: Row[]): void {
  if (isDeepStrictEqual(mirror, truth)) return
  const at = mirror.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(truth[index]))
  const first = at < 0 ? mirror.length : at
  const told = `${mirror.length} rows in the mirror, ${truth.length} on the chain; the first that differs`
  throw new Error(`${what}: ${told}: ${JSON.stringify(mirror[first])} and ${JSON.stringify(truth[first])}`)
}

/**
 * Everything of the mirror against the chain, row by row.
 * @returns how many rows each family has
 * @throws Error that tells the first row that differs
 */
export async function requireSameLedger(chain: TestChain, sql: Sql): Promise<Map<string, number>> {
  const mirror = await mirrorLedger(sql)
  const truth = await chainLedger(
    chain,
    mirror.blocks.map(([number]) => String(number)),
  )
  for (const [family] of eachFamily) requireSame(family, mirror.rows[family] ?? [], truth.rows[family] ?? [])
  requireSame('accounts', mirror.accounts, truth.accounts)
  requireBlocks(mirror.blocks, truth.blocks)
  return new Map(Object.entries(truth.rows).map(([family, rows]) => [family, rows.length]))
}
