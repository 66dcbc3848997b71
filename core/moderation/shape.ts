import { z } from 'zod'
import { trustLevels } from '../karma/trust.ts'
import { photoShape } from '../photo/shape.ts'
import { textShape } from '../post/text.ts'
import { houseRules } from './rules.ts'
import { caseStates } from './states.ts'
import { caseKinds, thingKinds } from './things.ts'

const time = z.iso.datetime()
const ruleShape = z.enum(houseRules)
const stateShape = z.enum(Object.keys(caseStates) as (keyof typeof caseStates)[])

/** What others will read: without what could make it look like another text. */
export const wordsShape = z.string().trim().min(5).max(500).pipe(textShape)

export const reportInputShape = z.strictObject({
  rule: ruleShape,
  /** For moderators. */
  text: wordsShape.optional(),
})
export type ReportInput = z.infer<typeof reportInputShape>

/** The same about what is no post. */
export const thingReportShape = reportInputShape.extend({
  kind: z.enum(thingKinds),
  /** Of the event, the restock whose note it is, the group or the guide. */
  id: z.uuid(),
})
export type ThingReport = z.infer<typeof thingReportShape>

/** That a member reported something, to that member. */
export const reportShape = z.object({ id: z.uuid(), rule: ruleShape, text: z.string().nullable(), at: time })
export type Report = z.infer<typeof reportShape>

export const caseCauses = ['report', 'votes', 'filter'] as const

/** A case as moderators see it. */
export const caseShape = z.object({
  id: z.uuid(),
  state: stateShape,
  cause: z.enum(caseCauses),
  kind: z.enum(caseKinds),
  /** Where it stands; null: deleted meanwhile. */
  path: z.string().nullable(),
  /** Null of what is no post, and of one that was deleted meanwhile. */
  post_id: z.uuid().nullable(),
  /** What it said when the case was opened; empty when its author left. */
  quote: z.string(),
  /** What a post says now, where that is something else. */
  now: z.string().nullable(),
  photos: z.array(photoShape),
  hidden: z.boolean(),
  /** Null of an anonymous post, and of who left. */
  author: z.object({ username: z.string() }).nullable(),
  anonymous: z.boolean(),
  /** In force against its author, whoever that is. */
  strikes: z.int(),
  reports: z.array(z.object({ rule: ruleShape, text: z.string().nullable(), at: time })),
  opened_at: time,
  claimed: z.object({ username: z.string().nullable(), mine: z.boolean(), until: time }).nullable(),
  rule: ruleShape.nullable(),
  note: z.string().nullable(),
  resolved_at: time.nullable(),
})
export type ModCase = z.infer<typeof caseShape>

export const resolutionShape = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('removed'),
    rule: ruleShape,
    /** Everyone reads it, in the log. */
    note: wordsShape,
    /** Whether it stands against its author. */
    strike: z.boolean(),
  }),
  z.strictObject({ outcome: z.literal('kept'), note: wordsShape }),
])
/** Why an event is taken down; everyone reads it, in the log. */
export const removalShape = z.strictObject({ rule: ruleShape, note: wordsShape })
export type Resolution = z.infer<typeof resolutionShape>

export const logActs = [
  'post.hidden',
  'post.removed',
  'post.kept',
  'event.removed',
  'event.kept',
  'restock.removed',
  'restock.kept',
  'group.removed',
  'group.kept',
  'guide.removed',
  'guide.kept',
  'strike',
  'mute',
  'unmute',
  'appeal.granted',
  'appeal.refused',
  'filter.added',
  'filter.removed',
] as const
export type LogAct = (typeof logActs)[number]

/** One line of the public log: what was done by whom, and never to whom. */
export const logEntryShape = z.object({
  id: z.uuid(),
  at: time,
  act: z.enum(logActs),
  /** Null: nobody did it, or one who left. */
  by: z.object({ username: z.string() }).nullable(),
  /** By votes or a filter. */
  automatic: z.boolean(),
  rule: ruleShape.nullable(),
  note: z.string().nullable(),
})
export type LogEntry = z.infer<typeof logEntryShape>

export const appealStates = ['open', 'granted', 'refused'] as const
export const modAppealShape = z.object({
  id: z.uuid(),
  text: z.string(),
  state: z.enum(appealStates),
  answer: z.string().nullable(),
  created_at: time,
  decided_at: time.nullable(),
})
export type ModAppeal = z.infer<typeof modAppealShape>

/** What is appealed: a post that was taken down, or a mute. */
export const appealInputShape = z.union([
  z.strictObject({ case_id: z.uuid(), text: wordsShape }),
  z.strictObject({ mute_id: z.uuid(), text: wordsShape }),
])
export type AppealInput = z.infer<typeof appealInputShape>

/** The same as moderators see it, with what it is about. */
export const reviewModAppealShape = modAppealShape.extend({
  /** Null of an anonymous post's author, and of who left. */
  username: z.string().nullable(),
  about: z.object({
    kind: z.enum([...caseKinds, 'mute']),
    /** The words taken down; null of a mute. */
    quote: z.string().nullable(),
    rule: ruleShape.nullable(),
    note: z.string(),
    by: z.string().nullable(),
    at: time,
  }),
  /** Decided by the reader, who therefore cannot decide this. */
  own: z.boolean(),
})
export type ReviewModAppeal = z.infer<typeof reviewModAppealShape>

/** A mute to its member. */
export const muteShape = z.object({
  id: z.uuid(),
  reason: z.string(),
  from: time,
  until: time,
  lifted_at: time.nullable(),
  appeal: modAppealShape.nullable(),
})
export type Mute = z.infer<typeof muteShape>

/** What of a member was taken down. */
export const takenDownShape = z.object({
  case_id: z.uuid(),
  quote: z.string(),
  rule: ruleShape,
  note: z.string(),
  at: time,
  /** Null: it brought none. */
  strike: z.object({ expires_at: time, lifted_at: time.nullable() }).nullable(),
  appeal: modAppealShape.nullable(),
})
export type TakenDown = z.infer<typeof takenDownShape>

/** Where a member stands with the moderators. */
export const conductShape = z.object({
  /** Null: may write. */
  muted_until: time.nullable(),
  /** In force. */
  strikes: z.int(),
  removed: z.array(takenDownShape),
  mutes: z.array(muteShape),
})
export type Conduct = z.infer<typeof conductShape>

/** A member as moderators see them. What they took down of an anonymous author is in none of it. */
export const recordShape = z.object({
  username: z.string(),
  joined_at: time,
  level: z.enum(trustLevels),
  strikes: z.int(),
  muted_until: time.nullable(),
  removed: z.array(takenDownShape.omit({ appeal: true, case_id: true })),
  mutes: z.array(muteShape.omit({ appeal: true, id: true })),
  notes: z.array(z.object({ text: z.string(), by: z.string().nullable(), at: time })),
})
export type MemberRecord = z.infer<typeof recordShape>

export const muteInputShape = z.strictObject({
  /** A year at most. */
  hours: z
    .int()
    .min(1)
    .max(365 * 24),
  /** The member reads it. */
  reason: wordsShape,
})

const domain = /^(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/
/** What no post may say. */
export const filterInputShape = z
  .strictObject({
    kind: z.enum(['word', 'link']),
    /** A word or several; a domain, with all below it. */
    pattern: z.string().trim().min(2).max(100).pipe(textShape),
    /** Refused, or hidden until a moderator has looked. */
    act: z.enum(['refuse', 'hold']),
  })
  .refine(({ kind, pattern }) => kind === 'word' || domain.test(pattern), {
    path: ['pattern'],
    message: 'a domain such as fakes.example, in lower case',
  })
export type FilterInput = z.infer<typeof filterInputShape>

export const filterShape = z.object({
  id: z.uuid(),
  kind: z.enum(['word', 'link']),
  pattern: z.string(),
  act: z.enum(['refuse', 'hold']),
  added_by: z.string().nullable(),
  created_at: time,
})
export type WordFilter = z.infer<typeof filterShape>

export const blockKinds = ['block', 'mute'] as const
export type BlockKind = (typeof blockKinds)[number]
export const blockShape = z.object({ username: z.string(), kind: z.enum(blockKinds), since: time })
export type Block = z.infer<typeof blockShape>
