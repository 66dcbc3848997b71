'use client'
import { usePasses } from '../pass/hooks.ts'
import { Votes } from '../pass/vote.tsx'

/** Whether the member's vote is on, and the one signature that switches it on: for every proposal made afterwards. */
export function SwitchOn() {
  const { data } = usePasses()
  if (!data || data.wallets.length === 0) return null
  return <Votes wallets={data.wallets} />
}
