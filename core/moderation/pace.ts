import type { TrustLevel } from '../karma/trust.ts'

/** What is counted for a member, wherever one is. */
export const pacedActs = ['post', 'reply', 'vote', 'report'] as const
export type PacedAct = (typeof pacedActs)[number]

export type Pace = { points: number; seconds: number }

const hour = (points: number): Pace => ({ points, seconds: 3_600 })
const day = (points: number): Pace => ({ points, seconds: 86_400 })

/** How often a member of a level does a thing: more than anyone does by hand, and less than a machine would. */
export const paces: Readonly<Record<PacedAct, Readonly<Record<TrustLevel, Pace>>>> = {
  post: { new: hour(20), regular: hour(40), trusted: hour(80), steward: hour(160) },
  reply: { new: hour(60), regular: hour(120), trusted: hour(240), steward: hour(480) },
  // Votes, likes, what one saves, whom one follows.
  vote: { new: hour(200), regular: hour(600), trusted: hour(1_200), steward: hour(2_400) },
  report: { new: day(10), regular: day(30), trusted: day(60), steward: day(120) },
}

/** What all new members of one network may do together: accounts are free to make, and a school has one network. */
export const newcomersPace: Pace = { points: 300, seconds: 600 }

/** Links that one text of a member may hold. */
export const linkLimits: Readonly<Record<TrustLevel, number>> = {
  new: 1,
  regular: 3,
  trusted: 10,
  steward: 20,
}
