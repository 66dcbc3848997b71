const DAY_MS = 86_400_000

/** 00:00 UTC of the day that `now` falls in: where the daily caps start to count. */
export function dayStart(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()))
}

/** 00:00 UTC of the day after. */
export function dayEnd(now: Date): Date {
  return new Date(dayStart(now).getTime() + DAY_MS)
}

/** The epoch that `now` falls in: the unit that budgets are per. Epoch 0 began at 1970-01-01 00:00 UTC. */
export function epochOf(now: Date, epochDays: number): number {
  return Math.floor(now.getTime() / (epochDays * DAY_MS))
}

/** When an epoch ends. */
export function epochEnd(epoch: number, epochDays: number): Date {
  return new Date((epoch + 1) * epochDays * DAY_MS)
}
