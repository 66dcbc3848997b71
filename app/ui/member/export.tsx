'use client'
import { useMutation } from '@tanstack/react-query'
import { request } from '../api/request.ts'
import { words } from '../messages/member/export.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { Saved } from './saved.tsx'

const parts = () =>
  [
    [words.you, words.nameEmailAddressWhen],
    [words.waysIn, words.walletsSessionsAndWhat],
    [words.theStreet, words.yourReportsWithTheir],
    [words.karma, words.everyAwardAlsoThose],
    [words.checkouts, words.eachWithItsSteps],
    [words.alerts, words.whatYouWantTo],
    [words.payment, words.thatThereIsA],
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
        {parts().map(([name, what]) => (
          <div key={name} className="grid gap-x-6 gap-y-1 bg-bg p-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
            <dt className="heading text-lg">{name}</dt>
            <dd className="text-sm sm:pt-1">{what}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-4">
        <Button tone="go" size="large" busy={taking.isPending} onClick={() => taking.mutate()}>
          {words.downloadMyData}
        </Button>
        <Saved when={taking.isSuccess}>{words.downloaded}</Saved>
      </div>
      {taking.error && <ErrorNotice error={taking.error} />}
    </div>
  )
}
