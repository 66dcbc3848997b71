'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useMe } from '../api/hooks.ts'
import { drain } from './send.ts'
import { CHANGED, outbox, type Unsent } from './store.ts'

/** Said on the window, with how many went out. */
const SENT = 'snpd:sent'

/** While something waits and the device believes that it is connected: how often it is tried, ms. */
const AGAIN_MS = 30_000

/** One tab sends; the others find nothing left. */
const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks ? navigator.locks.request('snpd-outbox', work) : work()

/** What this member wrote and this browser could not send, and how many went out since the page came. */
export function useOutbox() {
  const client = useQueryClient()
  const { data: me } = useMe()
  const memberId = me?.id
  const [unsent, setUnsent] = useState<Unsent[]>([])
  const [sent, setSent] = useState(0)

  const look = useCallback(async () => {
    setUnsent(memberId ? await outbox.list(memberId) : [])
  }, [memberId])

  const send = useCallback(async () => {
    if (!memberId) return
    const count = await inTurn(() => drain(outbox, { memberId, now: Date.now }))
    if (count === 0) return
    window.dispatchEvent(new CustomEvent(SENT, { detail: count }))
    await client.invalidateQueries({ queryKey: ['posts'] })
  }, [memberId, client])

  useEffect(() => {
    const tryAll = () => void send().catch(() => undefined)
    const lookAgain = () => void look().catch(() => undefined)
    const heard = ({ detail }: CustomEventInit<number>) => setSent((before) => before + (detail ?? 0))
    lookAgain()
    tryAll()
    window.addEventListener(SENT, heard)
    window.addEventListener(CHANGED, lookAgain)
    window.addEventListener('online', tryAll)
    return () => {
      window.removeEventListener(SENT, heard)
      window.removeEventListener(CHANGED, lookAgain)
      window.removeEventListener('online', tryAll)
    }
  }, [look, send])

  const waits = unsent.some(({ problem }) => problem === undefined)
  useEffect(() => {
    if (!waits) return undefined
    const timer = setInterval(() => void send().catch(() => undefined), AGAIN_MS)
    return () => clearInterval(timer)
  }, [waits, send])

  return { unsent, sent, send }
}
