/** The picture's own units. */
export const WIDTH = 600
export const HEIGHT = 120

/** ms since the Unix epoch, and karma: whole-number steps of 0.0001 are enough for a picture. */
export type Step = { at: number; karma: number }

export function stepsOf(points: readonly { at: string; balance: string }[]): Step[] {
  return points.map(({ at, balance }) => ({
    at: Date.parse(at),
    karma: Number(BigInt(balance) / 10n ** 14n) / 10_000,
  }))
}

/** From the first movement to now: a second at least. */
export function spanOf(steps: readonly Step[], now: number): { from: number; to: number } {
  const from = steps[0]?.at ?? now
  return { from, to: Math.max(now, steps.at(-1)?.at ?? now, from + 1000) }
}

/** One step per change, along time: karma does not drift between them. The last balance lasts until now. */
export function pathOf(steps: readonly Step[], now: number): string {
  const { from, to } = spanOf(steps, now)
  const top = Math.max(...steps.map(({ karma }) => karma), 1)
  const x = (at: number) => (((at - from) / (to - from)) * WIDTH).toFixed(1)
  const y = (karma: number) => (HEIGHT - 4 - (karma / top) * (HEIGHT - 12)).toFixed(1)
  return `M0 ${y(0)}${steps.map(({ at, karma }) => `H${x(at)}V${y(karma)}`).join('')}H${WIDTH}`
}
