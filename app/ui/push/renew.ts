import { subscribe } from './subscribe.ts'
import { obstacleOf, readGround } from './support.ts'

/** Whoever turned push off in this browser owns it no more; a subscription that is gone all the same was lost. */
export async function renew(): Promise<void> {
  if (!obstacleOf(readGround()) && Notification.permission === 'granted') await subscribe()
}
