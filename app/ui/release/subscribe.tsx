'use client'
import { useState } from 'react'
import { useClient } from '../api/hooks.ts'
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
        In your own calendar
      </h2>
      <p className="max-w-prose text-sm text-muted">
        {what}, kept up to date by your calendar. Days without an hour are whole days; a release that is
        called off says so.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <a href={address.replace(/^https?:/, 'webcal:')} className={buttonClass('plain')}>
          Subscribe
        </a>
        <Button onClick={copy}>Copy the address</Button>
        <a href={path} download="snpd-releases.ics" className={buttonClass('quiet')}>
          Download once
        </a>
        <p role="status" className="text-sm font-semibold">
          {copied === true && '✓ Copied'}
          {copied === false && `Your browser did not allow it. It is ${address}`}
        </p>
      </div>
    </section>
  )
}
