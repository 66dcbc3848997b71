import type { Alert } from '../alert/shape.ts'
import { isSize } from '../checkout/size.ts'
import type { NotificationSettings } from '../member/notifications.ts'

/** Which switch an alert hangs on. */
const topics = {
  restock: 'restocks',
  drop: 'drops',
  purchase: 'checkouts',
  award: 'karma',
  // Each group has a switch of its own (app.group_member).
  group: null,
  raffle: 'raffles',
  trade: 'trades',
  'raffle-open': 'raffles',
  vote: 'votes',
} as const satisfies Record<Alert['kind'], keyof NotificationSettings | null>

/** Whether a member whose follows, or whose own doings, an alert is about wants to be told of it. Pure. */
export function wants(settings: NotificationSettings, alert: Alert): boolean {
  const topic = topics[alert.kind]
  if (topic !== null && !settings[topic]) return false
  if (alert.kind !== 'restock' || settings.sizes.length === 0) return true
  return settings.sizes.some((size) => isSize(alert.size, size))
}

const waiting: readonly string[] = ['review', 'with-member']

/** Whether it cannot wait: a shop's page is held open for its member. Pure. */
export function isUrgent(alert: Alert): boolean {
  return alert.kind === 'purchase' && waiting.includes(alert.state)
}
