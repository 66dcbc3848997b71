'use client'
import Link from 'next/link'
import type { Restock } from '../../../core/restock/shape.ts'
import { useMe } from '../api/hooks.ts'
import { useConfirmRestock } from '../api/mutations.ts'
import { words } from '../messages/restock/confirm.ts'
import { Button, buttonClass } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'

/** The second pair of eyes: confirm, or why this reader cannot. */
export function Confirm({ restock, describedBy }: { restock: Restock; describedBy: string }) {
  const { data: me } = useMe()
  const confirm = useConfirmRestock(restock.id)
  if (restock.mine) {
    const next = restock.confirmed_at ? words.othersSawItToo : words.anotherMemberHasTo
    return (
      <p className="text-sm text-muted">
        {words.yourReport} {next}
      </p>
    )
  }
  if (restock.not_counted) return <p className="text-sm">{restock.not_counted}</p>
  if (restock.confirmed_by_me) return <p className="text-sm font-semibold">{words.youConfirmedThis}</p>
  if (!me) {
    return (
      <Link
        href="/sign-in?next=/restocks"
        className={`${buttonClass('quiet')} justify-self-start`}
        aria-describedby={describedBy}
      >
        {words.signInToConfirm}
      </Link>
    )
  }
  return (
    <div className="grid gap-2">
      <Button
        className="justify-self-start"
        busy={confirm.isPending}
        onClick={() => confirm.mutate()}
        aria-describedby={describedBy}
      >
        {words.confirm}
      </Button>
      {confirm.error && <ErrorNotice error={confirm.error} />}
    </div>
  )
}
