'use client'
import { type FormEvent, useState } from 'react'
import { asProblem } from '../api/problem.ts'
import { groupAlertWords } from '../messages/en-guild.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { AboutChoice } from '../post/place-choice.tsx'
import { useShareMonitor } from './kept-hooks.ts'

const empty = { url: '', sneakerId: '', storeId: '' }

/** Has a product's page watched for the group. */
export function MonitorForm({ slug }: { slug: string }) {
  const share = useShareMonitor(slug)
  const [draft, setDraft] = useState(empty)
  const change = (part: Partial<typeof empty>) => setDraft((before) => ({ ...before, ...part }))
  const { fields } = share.error ? asProblem(share.error) : { fields: undefined }
  const { url, sneakerId, storeId } = draft
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    share.mutate({ url, sneaker_id: sneakerId, store_id: storeId }, { onSuccess: () => setDraft(empty) })
  }
  return (
    <form onSubmit={send} className="grid max-w-2xl gap-4 border border-rule p-4">
      <Field
        label={groupAlertWords.page}
        hint={groupAlertWords.pageHint}
        error={fields?.url}
        type="url"
        value={url}
        required
        maxLength={2_000}
        onChange={({ target }) => change({ url: target.value })}
      />
      <AboutChoice
        sneakerId={sneakerId}
        storeId={storeId}
        onSneaker={(id) => change({ sneakerId: id })}
        onStore={(id) => change({ storeId: id })}
      />
      {share.error && <ErrorNotice error={share.error} />}
      <Button
        type="submit"
        tone="go"
        busy={share.isPending}
        disabled={sneakerId === '' || storeId === ''}
        className="justify-self-start"
      >
        {groupAlertWords.share}
      </Button>
    </form>
  )
}
