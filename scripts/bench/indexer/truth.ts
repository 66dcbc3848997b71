import type { Hex } from 'viem'
import type { Sql } from '../../../db/client.ts'
import { callAnvil } from '../../../test/support/sim-chain.ts'

/** What a chain says of a token. */
export type Truth = {
  /** Hash of the newest block. */
  head: Hex
  transfers: number
  /** Every Transfer in its order: block, number in it, transaction, from, to, value. */
  lines: string
}

const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'
const ZERO = `0x${'0'.repeat(40)}`
/** Blocks of one question. */
const SPAN = 500
type Log = {
  blockNumber: string
  logIndex: string
  transactionHash: string
  topics: [string, string, string]
  data: string
}

const lineOf = ({ blockNumber, logIndex, transactionHash, topics: [, from, to], data }: Log) =>
  `${Number(blockNumber)} ${Number(logIndex)} ${transactionHash} 0x${from.slice(26)} 0x${to.slice(26)} ${BigInt(data)}`

/** Asks the node itself, of whatever it holds now. */
export async function readTruth(rpcUrl: string, token: Hex): Promise<Truth> {
  const [newest] = await callAnvil(rpcUrl, [['eth_getBlockByNumber', 'latest', false]])
  const { number, hash } = newest as { number: string; hash: Hex }
  const lines: string[] = []
  for (let from = 0; from <= Number(number); from += SPAN) {
    const [fromBlock, toBlock] = [from, from + SPAN - 1].map((block) => `0x${block.toString(16)}`)
    const filter = { address: token, topics: [TRANSFER], fromBlock, toBlock }
    const [logs] = await callAnvil(rpcUrl, [['eth_getLogs', filter]])
    lines.push(...(logs as Log[]).map(lineOf))
  }
  return { head: hash, transfers: lines.length, lines: lines.join() }
}

/** The Transfers of a table in the same words; `hex` makes an address or hash of a column. */
export async function linesOf(sql: Sql, table: string, hex: (column: string) => string): Promise<string> {
  const parts = ['block_number', 'log_index', hex('tx_hash'), hex('from_address'), hex('to_address'), 'value']
  const [row] = await sql.unsafe<{ lines: string | null }[]>(
    `select string_agg(concat_ws(' ', ${parts.join()}), ',' order by block_number, log_index) as lines from ${table}`,
  )
  return row?.lines ?? ''
}

function balancesOf({ lines }: Truth): string[] {
  const balances = new Map<string, bigint>()
  const add = (who: string, value: bigint) => balances.set(who, (balances.get(who) ?? 0n) + value)
  for (const line of lines.split(',')) {
    const [, , , from = '', to = '', value = '0'] = line.split(' ')
    add(from, -BigInt(value))
    add(to, BigInt(value))
  }
  balances.delete(ZERO)
  return [...balances].map(([who, balance]) => `${who} ${balance}`).sort()
}

/** True when our mirror's transfers and balances are exactly the chain's. */
export async function isRight(sql: Sql, truth: Truth): Promise<boolean> {
  const hex = (column: string) => `'0x' || encode(${column}, 'hex')`
  if ((await linesOf(sql, 'chain.transfer', hex)) !== truth.lines) return false
  const rows = await sql<{ line: string }[]>`
    select '0x' || encode(address, 'hex') || ' ' || balance as line from chain.account`
  return (
    rows
      .map(({ line }) => line)
      .sort()
      .join() === balancesOf(truth).join()
  )
}
