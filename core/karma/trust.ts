/** From least to most. */
export const trustLevels = ['new', 'regular', 'trusted', 'steward'] as const
export type TrustLevel = (typeof trustLevels)[number]

/** What a level asks for: wei earned in all (minted and mirrored), and days since the member joined. Both. */
export type LevelNeeds = { earned: bigint; days: number }

export type Standing = {
  /** wei ever earned by this member's own acts, as mirrored; what was bought, received or spent changes nothing */
  earned: bigint
  joinedAt: Date
  now: Date
}
type Needs = Readonly<Record<Exclude<TrustLevel, 'new'>, LevelNeeds>>

const DAY_MS = 86_400_000

/** Whole days since the member joined. */
export function ageInDays({ joinedAt, now }: Standing): number {
  return Math.max(0, Math.floor((now.getTime() - joinedAt.getTime()) / DAY_MS))
}

/** The highest level whose needs, and those of all levels below it, are met. Pure. */
export function trustLevel(needs: Needs, standing: Standing): TrustLevel {
  const days = ageInDays(standing)
  let level: TrustLevel = 'new'
  for (const next of ['regular', 'trusted', 'steward'] as const) {
    if (standing.earned < needs[next].earned || days < needs[next].days) break
    level = next
  }
  return level
}

/** Whether this level suffices where `needed` is asked for. */
export function isTrusted(level: TrustLevel, needed: TrustLevel): boolean {
  return trustLevels.indexOf(level) >= trustLevels.indexOf(needed)
}

export type NextLevel = {
  level: TrustLevel
  needs: LevelNeeds
  /** What is still missing: wei and days, 0 where nothing is. */
  missing: LevelNeeds
}

/** The level above, and what it still takes; null for a steward. Pure. */
export function nextLevel(needs: Needs, standing: Standing): NextLevel | null {
  const level = trustLevels[trustLevels.indexOf(trustLevel(needs, standing)) + 1]
  if (!level || level === 'new') return null
  const { earned, days } = needs[level]
  const left = earned - standing.earned
  const missing = { earned: left > 0n ? left : 0n, days: Math.max(0, days - ageInDays(standing)) }
  return { level, needs: needs[level], missing }
}
