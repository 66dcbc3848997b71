/** What a post is reported for and taken down for, in the order it is asked. */
export const houseRules = ['spam', 'scam', 'abuse', 'private', 'false', 'illegal', 'other'] as const
export type HouseRule = (typeof houseRules)[number]

/** Votes at which a post is hidden until a moderator has looked: its ups less its downs. */
export const HIDE_AT = -5

/** How long a claimed case is its moderator's, seconds. */
export const CLAIM_SECONDS = 30 * 60

/** How long a member can appeal, seconds. */
export const APPEAL_SECONDS = 30 * 86_400
