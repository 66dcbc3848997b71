/** What badges are made of: a member's matured acts. */
export type BadgeFacts = {
  /** Restock reports that others confirmed. */
  reports: number
  /** Reports of others that one was the first to confirm. */
  confirmations: number
  /** Drops that one was the first to find in an area. */
  scouts: number
  /** Different city and area cells one reported from. */
  cities: number
  areas: number
  /** Days in a row, the longest ever. */
  streak: number
}

export type Badge = { id: string; name: string; what: string; of: keyof BadgeFacts; need: number }

/** In the order they are shown. Data: to add one is to add a line. */
export const badges = [
  { id: 'first-find', name: 'First find', what: 'One confirmed report', of: 'reports', need: 1 },
  { id: 'regular-eyes', name: 'Regular eyes', what: '25 confirmed reports', of: 'reports', need: 25 },
  { id: 'street-wire', name: 'Street wire', what: '100 confirmed reports', of: 'reports', need: 100 },
  {
    id: 'second-pair',
    name: 'Second pair of eyes',
    what: 'First to confirm 10 reports',
    of: 'confirmations',
    need: 10,
  },
  { id: 'scout', name: 'Scout', what: 'First to find a drop in an area', of: 'scouts', need: 1 },
  { id: 'pathfinder', name: 'Pathfinder', what: 'First to find 20 drops', of: 'scouts', need: 20 },
  { id: 'walker', name: 'Walker', what: 'Reports from 5 areas', of: 'areas', need: 5 },
  { id: 'traveller', name: 'Traveller', what: 'Reports from 3 cities', of: 'cities', need: 3 },
  { id: 'week', name: 'Seven days', what: 'A streak of 7 days', of: 'streak', need: 7 },
  { id: 'month', name: 'Thirty days', what: 'A streak of 30 days', of: 'streak', need: 30 },
] as const satisfies readonly Badge[]

export type BadgeProgress = {
  id: string
  name: string
  what: string
  need: number
  /** Up to `need`. */
  have: number
  earned: boolean
}

/** How far each badge is. Never stored: a reversal takes back what it had given. Pure. */
export function badgesOf(facts: BadgeFacts): BadgeProgress[] {
  return badges.map(({ of, ...badge }) => ({
    ...badge,
    have: Math.min(facts[of], badge.need),
    earned: facts[of] >= badge.need,
  }))
}
