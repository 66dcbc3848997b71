'use client'
import { type FormEvent, type RefObject, useState } from 'react'
import type { Post } from '../../../core/post/shape.ts'
import { asProblem } from '../api/problem.ts'
import { writingWords } from '../messages/en-writing.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { AnonymousChoice } from './anonymous-choice.tsx'
import { type ReplyDraft, useReply } from './hooks.ts'
import { PhotoPicks, photosError } from './photo-picks.tsx'
import { TextBox } from './text-box.tsx'
import { nameOf } from './words.ts'

export type ReplyProps = {
  post: Post
  /** What is answered: the post itself, or a reply below it. */
  parent: Post
  /** Answers the post itself again. */
  onNoParent: () => void
  onSent: (reply: Post) => void
  box: RefObject<HTMLTextAreaElement | null>
}

function Answering({ parent, onNoParent }: Pick<ReplyProps, 'parent' | 'onNoParent'>) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-sm">
      <span>
        {writingWords.answering} <bdi className="font-semibold">{nameOf(parent.author)}</bdi>
      </span>
      <Button tone="quiet" onClick={onNoParent}>
        {writingWords.answerPost}
      </Button>
    </p>
  )
}

const empty: ReplyDraft = { text: '', anonymous: false, files: [] }

/** What one answers, with pictures. */
export function ReplyWriting({ post, parent, onNoParent, onSent, box }: ReplyProps) {
  const reply = useReply(parent.id)
  const [draft, setDraft] = useState(empty)
  // A field of files is emptied by being another one.
  const [turn, setTurn] = useState(0)
  const change = (part: Partial<ReplyDraft>) => setDraft((before) => ({ ...before, ...part }))
  const tooMuch = photosError(draft.files)
  const error = reply.error ? asProblem(reply.error) : undefined
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (tooMuch) return
    reply.mutate(draft, {
      onSuccess: (sent) => {
        setDraft((before) => ({ ...before, text: '', files: [] }))
        setTurn((before) => before + 1)
        onSent(sent)
      },
    })
  }
  return (
    <form onSubmit={send} className="grid gap-3">
      {parent.id !== post.id && <Answering parent={parent} onNoParent={onNoParent} />}
      <TextBox
        label={writingWords.yourReply}
        rows={3}
        value={draft.text}
        onText={(text) => change({ text })}
        error={error?.fields.text}
        box={box}
      />
      <PhotoPicks key={turn} files={draft.files} onPick={(files) => change({ files })} error={tooMuch} />
      <AnonymousChoice value={draft.anonymous} onChange={(anonymous) => change({ anonymous })} />
      {error && !error.fields.text && <ErrorNotice error={error} />}
      <Button type="submit" tone="go" busy={reply.isPending} className="justify-self-start">
        {writingWords.reply}
      </Button>
    </form>
  )
}
