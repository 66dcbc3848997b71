/** The moment so many days before. */
export function before(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}
