import { z } from 'zod'
import type { RawLog, View } from './sim-chain.ts'

export const callShape = z.looseObject({ id: z.int(), method: z.string(), params: z.array(z.unknown()) })
export type RawCall = z.infer<typeof callShape>
/** As JSON-RPC writes it. */
export type RawAnswer = {
  jsonrpc: '2.0'
  id: number
  result?: unknown
  error?: { code: number; message: string }
}

const filterShape = z.object({
  address: z.union([z.string(), z.array(z.string())]).optional(),
  topics: z.array(z.union([z.string(), z.array(z.string()), z.null()])).optional(),
  fromBlock: z.string().optional(),
  toBlock: z.string().optional(),
  blockHash: z.string().optional(),
})
type Filter = z.infer<typeof filterShape>

/** As anvil counts: two epochs below the newest block. */
const UNFINALIZED = 64

const isOneOf = (asked: string | string[] | null | undefined, value: string | undefined) =>
  asked === undefined || asked === null || (value !== undefined && [asked].flat().includes(value))

function matches({ address, topics = [] }: Filter, log: RawLog): boolean {
  return isOneOf(address, log.address) && topics.every((asked, at) => isOneOf(asked, log.topics[at]))
}

function logsIn(view: View, filter: Filter): RawLog[] {
  // A range beyond the newest block is answered as far as it goes: many nodes do so, and it is the worst they can do.
  const blocks = view.slice(Number(filter.fromBlock ?? 0), Number(filter.toBlock ?? view.length) + 1)
  return blocks.flatMap(({ logs }) => logs.filter((log) => matches(filter, log)))
}

function numberOf(view: View, tag: unknown): number {
  if (tag === 'latest') return view.length - 1
  return tag === 'finalized' ? Math.max(0, view.length - 1 - UNFINALIZED) : Number(tag)
}

/** What a sound node with this view of the chain says; undefined for what it must be asked itself. */
export function answerFrom(view: View, { id, method, params }: RawCall): RawAnswer | undefined {
  const result = (value: unknown): RawAnswer => ({ jsonrpc: '2.0', id, result: value })
  if (method === 'eth_blockNumber') return result(`0x${(view.length - 1).toString(16)}`)
  if (method === 'eth_getBlockByNumber') return result(view[numberOf(view, params[0])]?.header ?? null)
  if (method !== 'eth_getLogs') return undefined
  const filter = filterShape.parse(params[0])
  if (filter.blockHash === undefined) return result(logsIn(view, filter))
  const block = view.findLast(({ header }) => header.hash === filter.blockHash)
  if (block) return result(block.logs.filter((log) => matches(filter, log)))
  return { jsonrpc: '2.0', id, error: { code: -32000, message: 'unknown block' } }
}
