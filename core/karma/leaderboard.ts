import { z } from 'zod'
import { cellShape } from '../cell/shape.ts'
import { usernameShape, weiShape } from '../member/shape.ts'
import { periodShape } from './period.ts'

/** Whose board: everyone's, or of what was seen in one city (H3 resolution 5) or street (8). */
export const scopeShape = z.enum(['overall', 'city', 'street'])
export type Scope = z.infer<typeof scopeShape>

const streakShape = z.object({
  /** Days in a row, UTC, up to today or yesterday. */
  current: z.int(),
  longest: z.int(),
  /** False while the current one waits for an act today. */
  today: z.boolean(),
})

const badgeShape = z.object({
  id: z.string(),
  name: z.string(),
  what: z.string(),
  need: z.int(),
  have: z.int(),
  earned: z.boolean(),
})

const rankedShape = z.object({
  /** Equal karma, equal rank; the next one after two firsts is third. */
  rank: z.int(),
  username: usernameShape,
  karma: weiShape,
  streak: z.int(),
  /** Names of the badges earned. */
  badges: z.array(z.string()),
  me: z.boolean(),
})
export type Ranked = z.infer<typeof rankedShape>

export const leaderboardShape = z.object({
  scope: scopeShape,
  cell: cellShape.nullable(),
  /** What the place is called; null overall. */
  place: z.string().nullable(),
  period: periodShape,
  /** Acts since then count; null: all of them. */
  since: z.iso.datetime().nullable(),
  items: z.array(rankedShape),
  /** Of the next page; null on the last one. */
  cursor: z.string().nullable(),
  /** The reader's own standing on this board; null when not signed in. */
  me: z
    .object({
      /** null without karma here, or when one does not want to be listed. */
      rank: z.int().nullable(),
      karma: weiShape,
      listed: z.boolean(),
    })
    .nullable(),
})
export type Leaderboard = z.infer<typeof leaderboardShape>

/** Whether one is on leaderboards. */
export const listingShape = z.strictObject({ listed: z.boolean() })

/** The member's own streak and badges. */
export const honoursShape = z.object({ streak: streakShape, badges: z.array(badgeShape) })
export type Honours = z.infer<typeof honoursShape>

/** Where a page of a leaderboard goes on. */
const cursorShape = z.tuple([
  /** wei of the last one shown */
  z.string().regex(/^\d{1,78}$/),
  z.uuid(),
  /** their rank, and how many were shown up to them */
  z.int().min(1),
  z.int().min(1),
])
export type After = { karma: string; memberId: string; rank: number; shown: number }

/** As a word for a URL. */
export function writeCursor({ karma, memberId, rank, shown }: After): string {
  return btoa(JSON.stringify([karma, memberId, rank, shown]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function decode(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')))
  } catch {
    return undefined
  }
}

/** What `writeCursor` wrote; undefined for anything else. */
export function readCursor(text: string): After | undefined {
  const { data } = cursorShape.safeParse(decode(text))
  return data && { karma: data[0], memberId: data[1], rank: data[2], shown: data[3] }
}
