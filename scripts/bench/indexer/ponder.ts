import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BenchChain } from './chain.ts'

export const PONDERS = ['1.0.0', '0.16.10'] as const
export type PonderVersion = (typeof PONDERS)[number]

const companions = ['viem@2.57.20', 'hono@4.13.19', 'typescript@5.9.3']

const schema = `import { onchainTable, primaryKey } from 'ponder'
export const transfer = onchainTable('transfer', (t) => ({
  block_number: t.bigint().notNull(), log_index: t.integer().notNull(), tx_hash: t.hex().notNull(),
  from_address: t.hex().notNull(), to_address: t.hex().notNull(), value: t.bigint().notNull(),
  block_time: t.bigint().notNull(),
}), (table) => ({ pk: primaryKey({ columns: [table.block_number, table.log_index] }) }))
export const account = onchainTable('account', (t) => ({ address: t.hex().primaryKey(), balance: t.bigint().notNull() }))
`
const handlers = `import { ponder } from 'ponder:registry'
import { account, transfer } from 'ponder:schema'
const ZERO = '0x0000000000000000000000000000000000000000'
ponder.on('Token:Transfer', async ({ event, context }) => {
  const { from, to, value } = event.args
  await context.db.insert(transfer).values({
    block_number: event.block.number, log_index: event.log.logIndex, tx_hash: event.transaction.hash,
    from_address: from, to_address: to, value, block_time: event.block.timestamp,
  })
  if (from !== ZERO) await context.db.insert(account).values({ address: from, balance: -value })
    .onConflictDoUpdate((row) => ({ balance: row.balance - value }))
  if (to !== ZERO) await context.db.insert(account).values({ address: to, balance: value })
    .onConflictDoUpdate((row) => ({ balance: row.balance + value }))
})
`
const api = `import { Hono } from 'hono'
export default new Hono()
`
const abi = `[{ type: 'event', name: 'Transfer', inputs: [
  { name: 'from', type: 'address', indexed: true }, { name: 'to', type: 'address', indexed: true },
  { name: 'value', type: 'uint256', indexed: false }] }] as const`

/** 1.0.0 as its makers ship it but for the limit of its requests, 0.16.10 as installed. */
function config(version: PonderVersion, { rpcUrl, token, chainId, fromBlock }: BenchChain): string {
  const old = version === '1.0.0'
  const chain = old
    ? `networks: { local: { chainId: ${chainId}, transport: http('${rpcUrl}'), maxRequestsPerSecond: 100_000 } }`
    : `chains: { local: { id: ${chainId}, rpc: '${rpcUrl}' } }`
  return `import { createConfig } from 'ponder'
import { http } from 'viem'
void http
export default createConfig({ ${chain}, contracts: { Token: {
  ${old ? 'network' : 'chain'}: 'local', abi: ${abi}, address: '${token}', startBlock: ${fromBlock},
} } })
`
}

/** The package from npm, in a folder outside the checkout; installed once. */
async function install(version: PonderVersion): Promise<string> {
  const home = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  const folder = join(home, 'snpd-bench', `ponder-${version}`)
  if (existsSync(join(folder, 'installed'))) return folder
  mkdirSync(join(folder, 'src', 'api'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const args = ['install', ...flags, `ponder@${version}`, ...companions]
  await promisify(execFile)('npm', args, { cwd: folder, timeout: 600_000 })
  writeFileSync(join(folder, 'installed'), '')
  return folder
}

/** What starts a Ponder on the chain: its folder, and the arguments of Node. */
export async function preparePonder(version: PonderVersion, chain: BenchChain) {
  const folder = await install(version)
  writeFileSync(join(folder, 'ponder.config.ts'), config(version, chain))
  writeFileSync(join(folder, 'ponder.schema.ts'), schema)
  writeFileSync(join(folder, 'src', 'index.ts'), handlers)
  writeFileSync(join(folder, 'src', 'api', 'index.ts'), api)
  return { folder, program: join(folder, 'node_modules', 'ponder', 'dist', 'esm', 'bin', 'ponder.js') }
}
