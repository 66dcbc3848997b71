import { type Circle, pointsOf } from './circle.ts'
import { ringRules } from './constants.ts'

export type RingFacts = {
  circle: Circle
  /** Members of the circle who share a browser, a wallet or a till with another of it. */
  tied: number
}

/** One line of the score: what was seen, and how many basis points it is worth. Never names anyone. */
export type RingReason = { code: 'closed' | 'tied' | 'few-acts'; points: number; text: string }

export type RingScore = {
  /** Basis points taken off awards that too few outside of the circle vouched for. */
  discount: number
  reasons: RingReason[]
}

function withFewActs(points: number, { acts }: Circle): RingReason[] {
  if (acts >= ringRules.enoughActs || points === 0) return []
  const kept = Math.round((points * acts) / ringRules.enoughActs)
  const text = `${acts} are few to judge by (${ringRules.enoughActs} would be enough), so it counts in part.`
  return [{ code: 'few-acts', points: kept - points, text }]
}

const sum = (reasons: readonly RingReason[]): number =>
  reasons.reduce((points, reason) => points + reason.points, 0)

/**
 * How far a circle's word counts as one person's, with the reasons: their points add up to the discount, unless that is
 * the largest there is. Pure.
 * @param facts null when no circle was found
 */
export function scoreCircle(facts: RingFacts | null): RingScore {
  if (!facts) return { discount: 0, reasons: [] }
  const { circle, tied } = facts
  const points = pointsOf(circle)
  const { acts, closed, own, ownClosed, members } = circle
  const text = `Of ${acts} acts of a circle of ${members.length} around you in ${ringRules.windowDays} days, ${closed} were vouched for by nobody outside of it; of your own ${own}, ${ownClosed}.`
  const alone = `Of your ${own} acts of ${ringRules.windowDays} days, ${ownClosed} were vouched for by nobody but members who confirm almost everything.`
  const reasons: RingReason[] = [{ code: 'closed', points, text: members.length > 1 ? text : alone }]
  if (points > 0 && tied > 0)
    reasons.push({
      code: 'tied',
      points: Math.round((ringRules.tiedPoints * tied) / members.length),
      text: `${tied} of the circle share a browser, a wallet or a place their karma goes to with another of it.`,
    })
  reasons.push(...withFewActs(sum(reasons), circle))
  return { discount: Math.min(ringRules.mostPoints, Math.max(0, sum(reasons))), reasons }
}
