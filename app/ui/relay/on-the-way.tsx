'use client'
import { useEffect, useState } from 'react'
import { isRelayEnd } from '../../../core/relay/states.ts'
import { words } from '../messages/relay/on-the-way.ts'
import { Follow } from './follow.tsx'
import { useRelays } from './hooks.ts'

/** What was on its way when the page was opened: an act goes on when its page is closed. */
export function OnTheWay() {
  const { data } = useRelays()
  const [ids, setIds] = useState<readonly string[]>()
  useEffect(() => {
    if (data && ids === undefined)
      setIds(data.items.filter(({ state }) => !isRelayEnd(state)).map(({ id }) => id))
  }, [data, ids])
  if (!ids?.length) return null
  return (
    <section aria-labelledby="on-the-way" className="grid gap-3">
      <h2 id="on-the-way" className="heading text-2xl">
        {words.onTheWay}
      </h2>
      <Follow ids={ids} />
    </section>
  )
}
