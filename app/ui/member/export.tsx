'use client'
import { useMutation } from '@tanstack/react-query'
import { request } from '../api/request.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { Saved } from './saved.tsx'

const parts = [
  ['You', 'name, email, address, when you joined'],
  ['Ways in', 'wallets, sessions and what they run on; never the password'],
  ['The street', 'your reports with their notes, and what you confirmed'],
  ['Karma', 'every award, also those not minted yet'],
  ['Checkouts', 'each with its steps, its outcome and where it was sent'],
  ['Alerts', 'what you want to hear of'],
  ['Payment', 'that there is a card, and what you call it; nobody here can open it'],
] as const

/** Through `request`, which renews a session that has run out; then saved as a link's download would be. */
async function download(): Promise<void> {
  const everything = await request({ path: '/me/export', shape: 'nothing' })
  const file = new Blob([`${JSON.stringify(everything, null, 2)}\n`], { type: 'application/json' })
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = `snpd-export-${new Date().toISOString().slice(0, 10)}.json`
  link.click()
  URL.revokeObjectURL(address)
}

/** Everything that is held of the member, to take away. */
export function Export() {
  const taking = useMutation({ mutationFn: download })
  return (
    <div className="grid max-w-2xl gap-6">
      <dl className="grid gap-px border border-rule bg-rule">
        {parts.map(([name, what]) => (
          <div key={name} className="grid gap-x-6 gap-y-1 bg-bg p-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
            <dt className="heading text-lg">{name}</dt>
            <dd className="text-sm sm:pt-1">{what}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-4">
        <Button tone="go" size="large" busy={taking.isPending} onClick={() => taking.mutate()}>
          Download my data
        </Button>
        <Saved when={taking.isSuccess}>Downloaded</Saved>
      </div>
      {taking.error && <ErrorNotice error={taking.error} />}
    </div>
  )
}
