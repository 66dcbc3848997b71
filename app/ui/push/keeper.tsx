'use client'
import { useEffect } from 'react'
import { useMe } from '../api/hooks.ts'
import { isOwner } from './owner.ts'
import { subscribe } from './subscribe.ts'
import { obstacleOf, readGround } from './support.ts'

/** Whoever turned it off in this browser owns it no more; a subscription that is gone all the same was lost. */
async function renew(): Promise<void> {
  if (!obstacleOf(readGround()) && Notification.permission === 'granted') await subscribe()
}

/** At every start of a page: a subscription that we, the browser or its push service lost or exchanged unheard is known again. */
export function PushKeeper() {
  const { data: me } = useMe()
  const memberId = me?.id
  useEffect(() => {
    // The next start tries again.
    if (memberId && isOwner(memberId)) renew().catch(() => undefined)
  }, [memberId])
  return null
}
