'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { asProblem } from '../api/problem.ts'
import { composeWords } from '../messages/en-writing.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { AnonymousChoice } from './anonymous-choice.tsx'
import { KindChoice } from './kind-choice.tsx'
import { PhotoPicks, photosError } from './photo-picks.tsx'
import { AboutChoice, PlaceChoice } from './place-choice.tsx'
import { TextBox } from './text-box.tsx'
import { type Draft, useCompose } from './use-compose.ts'

type Unsent = Omit<Draft, 'kind'> & { kind: Draft['kind'] | undefined }

const empty: Unsent = {
  ...{ kind: undefined, text: '', anonymous: false, where: 'nowhere' },
  ...{ storeId: '', sneakerId: '', groupId: undefined, files: [] },
}

const shopIsIn = ({ storeId, anonymous }: Unsent) => storeId !== '' && !anonymous

/** What is no longer offered is not chosen either. */
const settle = (draft: Unsent): Unsent =>
  draft.where === 'shop' && !shopIsIn(draft) ? { ...draft, where: 'area' } : draft

/** What happened, where, with pictures: nothing but the words and the kind has to be there. */
export function ComposeForm({ groupId }: { groupId?: string | undefined }) {
  const router = useRouter()
  const compose = useCompose()
  const [draft, setDraft] = useState<Unsent>({ ...empty, groupId })
  const change = (part: Partial<Unsent>) => setDraft((before) => settle({ ...before, ...part }))
  const tooMuch = photosError(draft.files)
  const problem = compose.error ? asProblem(compose.error) : undefined
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { kind, ...rest } = draft
    if (!kind || tooMuch) return
    compose.mutate({ kind, ...rest }, { onSuccess: ({ id }) => router.push(`/posts/${id}`) })
  }
  return (
    <form onSubmit={send} className="grid max-w-2xl gap-7">
      <KindChoice value={draft.kind} onPick={(kind) => change({ kind })} />
      <TextBox
        label={composeWords.text}
        hint={composeWords.textHint}
        rows={5}
        value={draft.text}
        onText={(text) => change({ text })}
        error={problem?.fields.text}
      />
      <PhotoPicks files={draft.files} onPick={(files) => change({ files })} error={tooMuch} />
      <AboutChoice
        sneakerId={draft.sneakerId}
        storeId={draft.storeId}
        onSneaker={(sneakerId) => change({ sneakerId })}
        onStore={(storeId) => change({ storeId })}
      />
      <PlaceChoice value={draft.where} onPick={(where) => change({ where })} atShop={shopIsIn(draft)} />
      <AnonymousChoice value={draft.anonymous} onChange={(anonymous) => change({ anonymous })} />
      {problem && !problem.fields.text && <ErrorNotice error={problem} />}
      <Button type="submit" tone="go" size="large" busy={compose.isPending} className="sm:justify-self-start">
        {composeWords.send}
      </Button>
    </form>
  )
}
