import { z } from 'zod'
import { cellShape } from '../cell/shape.ts'
import { leaderboardShape } from '../karma/leaderboard.ts'
import { usernameShape } from '../member/shape.ts'
import { textShape } from '../post/text.ts'
import { MOST_GATE_TEXT } from './gate.ts'
import { groupRoles } from './role.ts'

/** Groups that one member can be in at once; how many one can own, and how many members one has, is voted on (core/feature). */
export const MOST_JOINED = 100
/** Invites of one group that can still be used. */
export const MOST_INVITES = 50

const time = z.iso.datetime()

/**
 * Who may come in: every member, whom a moderator sent an invite to, or who has what its gate asks for, as long as they
 * have it.
 */
export const accessShape = z.enum(['open', 'invite', 'gate'])
export type GroupAccess = z.infer<typeof accessShape>

export const groupRoleShape = z.enum(groupRoles)

export const slugShape = z.string().regex(/^[a-z0-9-]{3,60}$/, 'the word of a group in its address')

/** One line of what is seen: no two names differ by what is not. */
export const nameShape = textShape
  .transform((text) => text.replace(/ {2,}/g, ' '))
  .pipe(
    z
      .string()
      .min(3)
      .max(60)
      .refine(
        (name) => /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u.test(name),
        'one line of letters, digits and signs',
      ),
  )
const aboutShape = textShape.pipe(z.string().max(1_000))
const gateTextShape = z.string().min(1).max(MOST_GATE_TEXT)

export const groupInputShape = z.strictObject({
  name: nameShape,
  about: aboutShape,
  access: accessShape,
  /** Of access "gate" alone: "held 100 and (pass 1 or earned 50) and not city 852a1073fffffff". */
  gate: gateTextShape.nullable().optional(),
  /** City cell (H3 resolution 5) that the group is about; it is suggested to members near it. */
  city: cellShape.nullable().optional(),
})
export type GroupInput = z.infer<typeof groupInputShape>

/** What is left out stays. */
export const groupChangeShape = groupInputShape.partial()
export type GroupChange = z.infer<typeof groupChangeShape>

/** The answer of core/group for one member and one group, in data and in plain words. */
const standingShape = z.object({
  /** Has what the group asks for; whether one is in it is `role`. */
  open: z.boolean(),
  /** "This group asks for 100 karma held. To be in, hold 40 karma more (you hold 60 of 100)." */
  reason: z.string(),
  /** The block of the mirror at which it is so; null where nothing of the chain counts. */
  block_number: z.int().nullable(),
  /** When time alone may change it next. null: only what the member does can. */
  changes_at: time.nullable(),
})
export type GroupStanding = z.infer<typeof standingShape>

export const groupShape = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  about: z.string(),
  access: accessShape,
  /** The gate as it is written, and in plain words. */
  gate: z.object({ text: z.string(), words: z.string() }).nullable(),
  city: cellShape.nullable(),
  /** What the city is called; null where no shop says it. */
  place: z.string().nullable(),
  members: z.int(),
  created_at: time,
  mine: z.object({
    /** null: not in the group. */
    role: groupRoleShape.nullable(),
    /** null for a reader who is not signed in. */
    standing: standingShape.nullable(),
    may: z.object({
      join: z.boolean(),
      read: z.boolean(),
      post: z.boolean(),
      /** Invite, remove, let back in. */
      moderate: z.boolean(),
      /** Change the group, its roles, its owner; close it. */
      own: z.boolean(),
    }),
  }),
})
export type Group = z.infer<typeof groupShape>

export const groupPageShape = z.object({
  items: z.array(groupShape),
  /** Of the next page; null on the last one. */
  next: z.string().nullable(),
})
export type GroupPage = z.infer<typeof groupPageShape>

export const groupMemberShape = z.object({
  username: usernameShape,
  role: groupRoleShape,
  joined_at: time,
  /** False while what the gate asks for is missing. */
  in: z.boolean(),
  me: z.boolean(),
})
export type GroupMember = z.infer<typeof groupMemberShape>
export const groupMemberPageShape = z.object({
  items: z.array(groupMemberShape),
  next: z.string().nullable(),
})

/** Somebody whom a moderator removed: they come back only when one lets them. */
export const removedShape = z.object({
  username: usernameShape,
  reason: z.string(),
  removed_at: time,
  /** null: they left SNPD. */
  removed_by: z.string().nullable(),
})
export type Removed = z.infer<typeof removedShape>

/** Why somebody is removed; they are shown it. */
export const removalReasonShape = textShape.pipe(z.string().min(5).max(300))

/** Hours for which an invite is good; a month at most. */
const HOURS = 31 * 24

export const inviteInputShape = z.strictObject({
  hours: z.int().min(1).max(HOURS).default(72),
  /** How many members it can bring in. */
  uses: z.int().min(1).max(500).default(10),
})
export type InviteInput = z.infer<typeof inviteInputShape>

/** 128 bits, as core/auth/name.ts writes them. */
export const inviteTokenShape = z.string().regex(/^[a-p]{32}$/, 'the end of an invite link')

export const inviteShape = z.object({
  id: z.uuid(),
  made_by: z.string().nullable(),
  made_at: time,
  expires_at: time,
  uses: z.int(),
  used: z.int(),
})
export type Invite = z.infer<typeof inviteShape>

/** An invite and its secret, which is told this once. */
export const madeInviteShape = z.object({
  invite: inviteShape,
  /** The secret is behind its #, which no server is sent. */
  link: z.url(),
})

/** What whoever has an invite is told of the group. */
export const invitationShape = z.object({
  slug: z.string(),
  name: z.string(),
  about: z.string(),
  members: z.int(),
  expires_at: time,
  /** The reader is in it already. */
  joined: z.boolean(),
})
export type Invitation = z.infer<typeof invitationShape>

/** A gate that somebody is still writing, as it would be kept, and whether it would let the writer in. */
export const gateTrialShape = z.object({ text: z.string(), words: z.string(), standing: standingShape })
export type GateTrial = z.infer<typeof gateTrialShape>

export const groupBoardShape = leaderboardShape.pick({
  period: true,
  since: true,
  items: true,
  cursor: true,
  me: true,
})
export type GroupBoard = z.infer<typeof groupBoardShape>
