import type { PublicClient } from 'viem'
import type { Ledger } from '../../../core/ledger/shape.ts'
import { Problem } from '../api/problem.ts'
import type { Getter } from '../api/request.ts'
import { words } from '../messages/ledger/verify.ts'
import { balanceAt, type Node, openNode } from './balance-of.ts'

/** One wallet, three ways to the same number; wei. */
export type Checked = {
  address: string
  /** The sum of every mirrored movement, added up here. */
  rows: bigint
  movements: number
  mirrored: bigint
  /** What the token contract says, asked from here. */
  chain: bigint
}
export type Verified = { block: number; hash: string; wallets: Checked[] }

/** Thrown away and done again, when a block was replaced under our hands. */
const ATTEMPTS = 4
const AGAIN_MS = 700

class Replaced extends Error {}

/** Every movement of all wallets up to the ledger's block, added up per wallet. */
async function addUp(get: Getter, ledger: Ledger): Promise<Map<string, { rows: bigint; movements: number }>> {
  const sums = new Map(ledger.wallets.map(({ address }) => [address, { rows: 0n, movements: 0 }]))
  const path = `/ledger/entries?limit=500&until=${ledger.block_number}`
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(
      get,
      after ? `${path}&after=${after}` : path,
    )
    // null: the block is out of every reorg's reach by now.
    if (page.block_hash !== null && page.block_hash !== ledger.block_hash) throw new Replaced()
    for (const { wallet, value } of page.items) {
      const sum = sums.get(wallet)
      if (!sum) throw new Replaced()
      sum.rows += BigInt(value)
      sum.movements += 1
    }
    after = page.next
  }
  return sums
}

const readPage = (get: Getter, path: string) => get(path, 'ledgerPage')

async function checkOnce(get: Getter, client: PublicClient): Promise<Verified> {
  const ledger = await get('/ledger', 'ledger')
  const hash = ledger.block_hash
  if (hash === null) throw new Replaced()
  const sums = await addUp(get, ledger)
  const wallets = await Promise.all(
    ledger.wallets.map(async ({ address, balance }) => {
      const { rows, movements } = sums.get(address) ?? { rows: 0n, movements: 0 }
      const chain = await balanceAt(client, { token: ledger.token, wallet: address, blockHash: hash })
      return { address, rows, movements, mirrored: BigInt(balance), chain }
    }),
  )
  return { block: ledger.block_number, hash, wallets }
}

/**
 * Checks the ledger without trusting it: adds up every movement that the mirror tells of, and asks the chain for the
 * balances at the very block the mirror stands at. Done again from the start when that block was replaced meanwhile, or
 * the node has not seen it yet.
 * @throws Problem when there is no node to ask, it is on another chain, or never knows the mirror's block
 */
export async function verifyLedger(get: Getter, node: Node): Promise<Verified> {
  const client = await openNode(node)
  for (let attempt = 1; ; attempt++) {
    try {
      return await checkOnce(get, client)
    } catch (error) {
      if (error instanceof Problem || attempt === ATTEMPTS) throw asProblem(error)
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem({
    status: 0,
    code: 'unknown-block',
    detail: words.theNodeDoesNot,
    fix: words.tryAgainInA,
  })
}

/** Where the three numbers of some wallet are not one. */
export function driftsOf({ wallets }: Verified): Checked[] {
  return wallets.filter(({ rows, mirrored, chain }) => rows !== mirrored || mirrored !== chain)
}

/** All wallets together. */
export function totalsOf({ wallets }: Verified): Omit<Checked, 'address'> {
  const total = (of: (each: Checked) => bigint) => wallets.reduce((sum, each) => sum + of(each), 0n)
  return {
    rows: total(({ rows }) => rows),
    movements: wallets.reduce((sum, { movements }) => sum + movements, 0),
    mirrored: total(({ mirrored }) => mirrored),
    chain: total(({ chain }) => chain),
  }
}
