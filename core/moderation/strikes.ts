const DAY = 86_400
/** Seconds of silence that the first, second, … strike in force brings: the first is a warning. */
const ladder = [0, DAY, 7 * DAY, 30 * DAY] as const

/** Seconds that a member is muted for, who has so many strikes in force, the new one among them. */
export function muteSeconds(strikes: number): number {
  return ladder[Math.min(Math.max(strikes, 1), ladder.length) - 1] ?? 0
}
