import { z } from 'zod'

/** What `pg_notify('app', …)` carries: that something changed, never its content. */
export const appEventShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('restock'), restock_id: z.uuid() }),
  z.object({ kind: z.literal('award'), member_id: z.uuid() }),
  z.object({ kind: z.literal('purchase'), request_id: z.uuid(), member_id: z.uuid() }),
])
export type AppEvent = z.infer<typeof appEventShape>

/** What `pg_notify('chain', …)` carries after each indexer commit. Addresses lower-case hex; empty when too many to list. */
export const chainEventShape = z.object({
  block_number: z.int(),
  accounts: z.array(z.string()),
  /** True when `accounts` was cut: every listener refreshes. */
  all: z.boolean(),
})
export type ChainEvent = z.infer<typeof chainEventShape>
