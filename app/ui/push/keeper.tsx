'use client'
import { useEffect } from 'react'
import { useMe } from '../api/hooks.ts'
import { isOwner } from './owner.ts'
import { currentSubscription, subscribe } from './subscribe.ts'
import { obstacleOf, readGround } from './support.ts'

async function renew(): Promise<void> {
  if (obstacleOf(readGround()) || Notification.permission !== 'granted') return
  if (await currentSubscription()) await subscribe()
}

/** At every start of a page: a subscription that we lost, or that a push service exchanged unheard, is known again. */
export function PushKeeper() {
  const { data: me } = useMe()
  const memberId = me?.id
  useEffect(() => {
    // The next start tries again.
    if (memberId && isOwner(memberId)) renew().catch(() => undefined)
  }, [memberId])
  return null
}
