import { readHeaders } from '../adapters/chain/headers.ts'
import type { Rpc } from '../adapters/chain/rpc.ts'
import { Final } from '../core/errors.ts'
import type { Mirror, Position } from '../db/chain/position.ts'
import { readTail, rewind } from '../db/chain/rewind.ts'
import type { Sql } from '../db/client.ts'
import { requireSameChain } from './identity.ts'

/** The newest block that the mirror's tail and the chain have in common. */
async function commonAncestor(
  sql: Sql,
  rpc: Rpc,
): Promise<{ number: number; hash: `0x${string}` } | undefined> {
  const tail = await readTail(sql)
  const headers = await readHeaders(
    rpc,
    tail.map(({ number }) => number),
  )
  return tail.find(({ hash }, index) => headers[index]?.hash === hash)
}

/**
 * Takes the mirror back to where the chain still agrees with it.
 * @throws Final `chain.reorg-too-deep` when no kept hash is on the chain; `chain.wrong-id`, `chain.wrong-genesis`
 */
export async function followReorg(sql: Sql, rpc: Rpc, mirror: Mirror): Promise<Position> {
  await requireSameChain(rpc, mirror)
  const ancestor = await commonAncestor(sql, rpc)
  if (ancestor) return rewind(sql, mirror, ancestor)
  throw new Final({
    code: 'chain.reorg-too-deep',
    message: `The chain at ${rpc.origin} replaced blocks that were final: it has none of the hashes kept below block ${mirror.number}.`,
    fix: 'Check that the node is sound. If the chain really changed, rebuild the mirror: `drop schema chain cascade`, migrate, start again (local demo: `npm start -- --fresh`).',
  })
}
