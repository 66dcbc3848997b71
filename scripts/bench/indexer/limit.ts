import { connect } from '../../../db/client.ts'
import { callAnvil } from '../../../test/support/sim-chain.ts'

/**
 * The machine's limit, as its own process: eth_getLogs, decoded by hand, into one table by COPY as text, four questions
 * in flight; no balances, no checks, no reorgs. `node limit.ts '{"databaseUrl", "rpcUrl", "token", "head", "span"}'`.
 */
const { databaseUrl, rpcUrl, token, head, span } = JSON.parse(process.argv[2] ?? '{}')
const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'
const IN_FLIGHT = 4
type Log = {
  blockNumber: string
  logIndex: string
  transactionHash: string
  topics: [string, string, string]
  data: string
  blockTimestamp: string
}

async function logsOf(from: number): Promise<Log[]> {
  const [fromBlock, toBlock] = [from, Math.min(head, from + span - 1)].map(
    (block) => `0x${block.toString(16)}`,
  )
  const [logs] = await callAnvil(rpcUrl, [
    ['eth_getLogs', { address: token, topics: [TRANSFER], fromBlock, toBlock }],
  ])
  return logs as Log[]
}

function lineOf({ blockNumber, logIndex, transactionHash, topics, data, blockTimestamp }: Log): string {
  const [, from, to] = topics
  const bytes = [transactionHash, `0x${from.slice(26)}`, `0x${to.slice(26)}`].map(
    (hex) => `\\\\x${hex.slice(2)}`,
  )
  const numbers = [Number(blockNumber), Number(logIndex), BigInt(data), Number(blockTimestamp)]
  return `${[...numbers, ...bytes].join('\t')}\n`
}

const sql = connect(databaseUrl, { name: 'limit', max: 1, arrays: false })
const starts = Array.from({ length: Math.ceil((head + 1) / span) }, (_, index) => index * span)
const flights = starts.slice(0, IN_FLIGHT).map(logsOf)
for (const [index] of starts.entries()) {
  const logs = await flights[index]
  const next = starts[index + IN_FLIGHT]
  if (next !== undefined) flights.push(logsOf(next))
  const copy = await sql`copy bench_limit from stdin`.writable()
  await new Promise((resolve, reject) => {
    copy.once('finish', resolve).once('error', reject)
    copy.end((logs ?? []).map(lineOf).join(''))
  })
}
await sql.end()
// Stays to be measured.
setInterval(() => undefined, 60_000)
