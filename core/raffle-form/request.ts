import { z } from 'zod'
import { entryOutcomeShape } from './outcome.ts'
import { entrantShape } from './profile.ts'

const line = z.string().trim().min(1).max(200)

/** What a shop's draw may ask for beside the member's address and mail. Nothing that is not given is made up. */
export const entryDetailsShape = z.strictObject({
  first_name: line.max(100),
  last_name: line.max(100),
  /** As the shop writes it. */
  size: z.string().trim().max(20).default(''),
  phone: z.string().trim().max(40).optional(),
  birth_date: entrantShape.shape.birth_date,
  instagram: entrantShape.shape.instagram,
  /** Where to pick up, the best first. */
  stores: z.array(line).max(10).default([]),
  receive: entrantShape.shape.receive,
})
export type EntryDetails = z.infer<typeof entryDetailsShape>

/** Enter this draw for me, once. */
export const entryRequestShape = z.strictObject({
  /** The draw's page at the shop. */
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  details: entryDetailsShape,
})
export type EntryRequest = z.infer<typeof entryRequestShape>

/** A draw that was asked for, as its member may follow it. */
export const askedEntryShape = z.object({
  id: z.uuid(),
  url: z.string(),
  state: z.enum(['queued', 'running', 'ended']),
  note: z.string().nullable(),
  outcome: entryOutcomeShape.nullable(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
})
export type AskedEntry = z.infer<typeof askedEntryShape>
