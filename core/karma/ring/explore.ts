import type { Vouched } from './act.ts'
import { ringRules } from './constants.ts'

/**
 * Whom to ask about next, walking from a member to those who vouched for them, then to those who vouched for these: who
 * vouches for a member is what the member cannot make up by being busy elsewhere. The most frequent first. Pure.
 * @param explored those asked about so far
 * @param acts all that is known of them
 * @returns empty when the walk is closed, or has reached as far as it may
 */
export function nextToAsk(explored: ReadonlySet<string>, acts: readonly Vouched[]): string[] {
  const room = ringRules.reach - explored.size
  if (room <= 0) return []
  const times = new Map<string, number>()
  for (const { vouchers } of acts)
    for (const voucher of vouchers)
      if (!explored.has(voucher)) times.set(voucher, (times.get(voucher) ?? 0) + 1)
  const found = [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return found.slice(0, room).map(([id]) => id)
}
