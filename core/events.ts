import { z } from 'zod'
import { cellShape } from './cell/shape.ts'

/** What `pg_notify('app', …)` carries: that something changed, never its content. */
export const appEventShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('restock'), restock_id: z.uuid() }),
  z.object({ kind: z.literal('award'), member_id: z.uuid() }),
  z.object({ kind: z.literal('purchase'), request_id: z.uuid(), member_id: z.uuid() }),
  z.object({ kind: z.literal('relay'), request_id: z.uuid(), member_id: z.uuid() }),
  /** It was described, or called off, or a prize of it moved; what the chain says of raffles comes with its blocks. */
  z.object({ kind: z.literal('raffle'), plan_id: z.uuid() }),
  /** A trade, or a ring of three, by its id. */
  z.object({ kind: z.literal('trade'), trade_id: z.uuid(), member_id: z.uuid() }),
  /** The member came into the group, left it, was removed, or has another role. */
  z.object({ kind: z.literal('group'), group_id: z.uuid(), member_id: z.uuid() }),
  /** A moderator called something out to the group. */
  z.object({ kind: z.literal('call'), group_id: z.uuid() }),
  z.object({
    ...{
      kind: z.literal('post'),
      post_id: z.uuid(),
      root_id: z.uuid().nullable(),
      group_id: z.uuid().nullable(),
    },
    /** The cell it is told to be in. */
    cell: cellShape.nullable(),
    /** True where nobody could see it before. */
    fresh: z.boolean(),
  }),
])
export type AppEvent = z.infer<typeof appEventShape>

const ids = z.array(z.string()).default([])

/**
 * What `pg_notify('chain', …)` carries after each indexer commit: the ids of what changed; addresses (accounts, and the
 * targets of the AccessManager), trades, flag keys and operations (of the timelock and of the AccessManager) in lower-case
 * hex, raffles, proposals and roles in decimal digits.
 */
export const chainEventShape = z.object({
  block_number: z.int(),
  /** True when it is too much to list, and nothing is: every listener refreshes. */
  all: z.boolean(),
  accounts: z.array(z.string()),
  raffles: ids,
  proposals: ids,
  flags: ids,
  trades: ids,
  roles: ids,
  targets: ids,
  operations: ids,
})
export type ChainEvent = z.infer<typeof chainEventShape>
