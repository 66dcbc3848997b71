'use client'
import { useEffect } from 'react'
import { useMe } from '../api/hooks.ts'
import { isOwner } from './owner.ts'

/**
 * At every start of a page: a subscription that we, the browser or its push service lost, or exchanged unheard, is known
 * again. What that takes is loaded for who turned push on here, and for nobody else.
 */
export function PushKeeper() {
  const { data: me } = useMe()
  const memberId = me?.id
  useEffect(() => {
    if (!memberId || !isOwner(memberId)) return
    // The next start tries again.
    import('./renew.ts').then(({ renew }) => renew()).catch(() => undefined)
  }, [memberId])
  return null
}
