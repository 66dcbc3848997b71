import { readHeaders } from '../adapters/chain/headers.ts'
import { badAnswer, chainId, type Rpc } from '../adapters/chain/rpc.ts'
import { type ErrorCode, Final } from '../core/errors.ts'
import { createMirror, type Mirror, readMirror } from '../db/chain/position.ts'
import type { Sql } from '../db/client.ts'
import { addressesOf, type Contracts } from './decode/contracts.ts'
import { toBlock } from './fetch.ts'
import { requireBlock } from './pruned.ts'

/** What is to be mirrored: the facts of core/deployment.ts that the indexer needs. */
export type Target = { chainId: number; startBlock: number; contracts: Contracts }

const REBUILD =
  'start anew (`npm start -- --fresh` for the local demo; elsewhere `drop schema chain cascade`, then migrate)'

function foreign(code: ErrorCode, message: string): Final {
  return new Final({
    code,
    message,
    fix: `Point RPC_URL and DEPLOYMENT at the chain that this database mirrors, or ${REBUILD}.`,
  })
}

async function genesisOf(rpc: Rpc) {
  const [genesis] = await readHeaders(rpc, [0])
  if (!genesis) throw badAnswer(rpc.origin, 'no block 0')
  return genesis
}

/** @throws Final `chain.wrong-id` */
export async function requireChainId(rpc: Rpc, expected: number): Promise<void> {
  const actual = await chainId(rpc)
  if (actual === expected) return
  throw new Final({
    code: 'chain.wrong-id',
    message: `The chain at ${rpc.origin} has id ${actual}; the contracts were deployed on chain ${expected}.`,
    fix: 'Point RPC_URL at that chain, or DEPLOYMENT at the file of this one.',
  })
}

/**
 * Checks that the node still serves the chain that is mirrored.
 * @throws Final `chain.wrong-id`, `chain.wrong-genesis`
 */
export async function requireSameChain(
  rpc: Rpc,
  mirror: Pick<Mirror, 'chainId' | 'genesisHash'>,
): Promise<void> {
  await requireChainId(rpc, mirror.chainId)
  const { hash } = await genesisOf(rpc)
  if (hash === mirror.genesisHash) return
  throw foreign(
    'chain.wrong-genesis',
    `The chain at ${rpc.origin} began with block ${hash}; the database mirrors one that began with ${mirror.genesisHash}.`,
  )
}

function requireSameTarget(mirror: Mirror, { chainId: id, startBlock, contracts }: Target): void {
  if (mirror.chainId !== id)
    throw foreign(
      'chain.wrong-id',
      `The database mirrors chain ${mirror.chainId}; the deployment is on chain ${id}.`,
    )
  const same = mirror.contracts.join() === addressesOf(contracts).join()
  if (same && mirror.fromBlock === startBlock) return
  throw foreign(
    'chain.other-contracts',
    `The database mirrors contracts ${mirror.contracts.join(', ')} from block ${mirror.fromBlock}; the deployment names others.`,
  )
}

async function begin(sql: Sql, rpc: Rpc, { chainId: id, startBlock, contracts }: Target): Promise<Mirror> {
  await requireChainId(rpc, id)
  const genesis = await genesisOf(rpc)
  const [last] = startBlock > 0 ? await readHeaders(rpc, [startBlock - 1]) : [null]
  if (startBlock > 0 && !last) {
    await requireBlock(rpc, startBlock - 1)
    throw badAnswer(rpc.origin, `no block ${startBlock - 1} yet`)
  }
  const mirror = {
    chainId: id,
    genesisHash: genesis.hash,
    contracts: addressesOf(contracts),
    fromBlock: startBlock,
  }
  await createMirror(sql, mirror, last ? toBlock(last) : null)
  return { ...mirror, deferred: false, number: startBlock - 1, hash: last?.hash ?? null }
}

/**
 * The mirror to go on with, begun when the database is new.
 * @throws Final `chain.wrong-id`, `chain.wrong-genesis`, `chain.other-contracts`
 */
export async function openMirror(sql: Sql, rpc: Rpc, target: Target): Promise<Mirror> {
  const mirror = await readMirror(sql)
  if (!mirror) return begin(sql, rpc, target)
  requireSameTarget(mirror, target)
  await requireSameChain(rpc, mirror)
  return mirror
}
