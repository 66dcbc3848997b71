import type { Header } from '../adapters/chain/headers.ts'
import type { Rpc } from '../adapters/chain/rpc.ts'
import { isSnpdError } from '../core/errors.ts'
import type { Changes } from '../db/chain/changes.ts'
import type { MirroredBlock } from '../db/chain/position.ts'
import type { DecoderTable } from './decode/contracts.ts'

/** What changes up to the last of `blocks`, which are consecutive and oldest first. */
export type Fetched = { changes: Changes; blocks: [MirroredBlock, ...MirroredBlock[]] }
export type Source = { rpc: Rpc; decoders: DecoderTable }

export function toBlock({ number, hash, parentHash, timestamp }: Header): MirroredBlock {
  return { number, hash, parentHash, time: timestamp }
}

/** True for an answer that a smaller question may mend. */
export function isBadAnswer(error: unknown): boolean {
  return isSnpdError(error) && error.code === 'chain.bad-answer'
}
