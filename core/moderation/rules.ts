/** What a post is reported for and taken down for, in the order it is asked. */
export const houseRules = ['spam', 'scam', 'abuse', 'private', 'false', 'illegal', 'other'] as const
export type HouseRule = (typeof houseRules)[number]

/** How long a claimed case is its moderator's, seconds. */
export const CLAIM_SECONDS = 30 * 60
