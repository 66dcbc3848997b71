'use client'
import { useState } from 'react'
import { useClient } from '../api/hooks.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/release/subscribe.ts'
import { Button, buttonClass } from '../parts/button.tsx'
import { type CalendarOf, feedPath } from './asked.ts'

/** The same releases in the reader's own calendar, kept up to date by it. */
export function Subscribe({ of, what }: { of: Omit<CalendarOf, 'month'>; what: string }) {
  const { data: client } = useClient()
  const [copied, setCopied] = useState<boolean>()
  const path = feedPath(of)
  const address = `${client?.origin ?? ''}${path}`
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <section aria-labelledby="subscribe" className="grid gap-3 border border-rule p-4">
      <h2 id="subscribe" className="heading text-xl">
        {words.inYourOwnCalendar}
      </h2>
      <p className="max-w-prose text-sm text-muted">
        {what}
        {words.keptUpToDate}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <a href={address.replace(/^https?:/, 'webcal:')} className={buttonClass('plain')}>
          {words.subscribe}
        </a>
        <Button onClick={copy}>{words.copyTheAddress}</Button>
        <a href={path} download="snpd-releases.ics" className={buttonClass('quiet')}>
          {words.downloadOnce}
        </a>
        <p role="status" className="text-sm font-semibold">
          {copied === true && words.copied}
          {copied === false && fill(words.yourBrowserDidNot, { address })}
        </p>
      </div>
    </section>
  )
}
