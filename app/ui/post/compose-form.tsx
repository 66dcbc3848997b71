'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useEffectEvent, useState } from 'react'
import { useMe } from '../api/hooks.ts'
import { asProblem } from '../api/problem.ts'
import { outboxWords } from '../messages/en-outbox.ts'
import { composeWords } from '../messages/en-writing.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { AnonymousChoice } from './anonymous-choice.tsx'
import { KindChoice } from './kind-choice.tsx'
import { PhotoPicks, photosError } from './photo-picks.tsx'
import { AboutChoice, PlaceChoice } from './place-choice.tsx'
import { TextBox } from './text-box.tsx'
import { type Composed, type Draft, useCompose } from './use-compose.ts'

/** As TextBox takes. */
const MOST_CHARACTERS = 2_000

type Unsent = Omit<Draft, 'kind'> & { kind: Draft['kind'] | undefined }

const empty: Unsent = {
  ...{ kind: undefined, text: '', anonymous: false, where: 'nowhere' },
  ...{ storeId: '', sneakerId: '', groupId: undefined, files: [] },
}

const shopIsIn = ({ storeId, anonymous }: Unsent) => storeId !== '' && !anonymous

/** What is no longer offered is not chosen either. */
const settle = (draft: Unsent): Unsent =>
  draft.where === 'shop' && !shopIsIn(draft) ? { ...draft, where: 'area' } : draft

type Change = (part: Partial<Unsent>) => void

/** What a phone shared with the site (offline/share.js) is what the draft begins with. */
function useShared(change: Change) {
  const take = useEffectEvent(async () => {
    const { takeShared } = await import('../offline/shared.ts')
    const { words, files } = await takeShared()
    change({ text: words.slice(0, MOST_CHARACTERS), files })
  })
  useEffect(() => {
    if (new URLSearchParams(window.location.search).has('shared')) void take().catch(() => undefined)
  }, [])
}

function useDraft(groupId: string | undefined) {
  const [draft, setDraft] = useState<Unsent>({ ...empty, groupId })
  const change: Change = (part) => setDraft((before) => settle({ ...before, ...part }))
  useShared(change)
  return { draft, change, clear: () => setDraft({ ...empty, groupId }) }
}

/** What happened, where, with pictures: nothing but the words and the kind has to be there. */
export function ComposeForm({ groupId }: { groupId?: string | undefined }) {
  const router = useRouter()
  const { data: me } = useMe()
  const compose = useCompose(me?.id ?? '')
  const { draft, change, clear } = useDraft(groupId)
  const tooMuch = photosError(draft.files)
  const problem = compose.error ? asProblem(compose.error) : undefined
  const sent = (post: Composed) => (post === 'queued' ? clear() : router.push(`/posts/${post.id}`))
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { kind, ...rest } = draft
    if (!kind || tooMuch) return
    compose.mutate({ kind, ...rest }, { onSuccess: sent })
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
      <p role="status" className="font-semibold empty:hidden">
        {compose.data === 'queued' && outboxWords.queued}
      </p>
      {problem && !problem.fields.text && <ErrorNotice error={problem} />}
      <Button type="submit" tone="go" size="large" busy={compose.isPending} className="sm:justify-self-start">
        {composeWords.send}
      </Button>
    </form>
  )
}
