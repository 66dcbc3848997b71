import type { Alert } from './shape.ts'

/** Whether it is one member's own: nobody else hears of it. Pure. */
export function isOwn(alert: Alert): alert is Extract<Alert, { member_id: string }> {
  return 'member_id' in alert
}
