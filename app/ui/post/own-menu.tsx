'use client'
import { type FormEvent, useState } from 'react'
import type { Post } from '../../../core/post/shape.ts'
import { asProblem } from '../api/problem.ts'
import { writingWords } from '../messages/en-writing.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { usePress, useTakeBack } from './press.ts'
import { TextBox } from './text-box.tsx'

function Edit({ post }: { post: Post }) {
  const { mutate, isPending, isSuccess, error } = usePress(post)
  const [text, setText] = useState(post.text)
  const problem = error ? asProblem(error) : undefined
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate({ kind: 'edit', text })
  }
  return (
    <form onSubmit={send} className="grid gap-3">
      <TextBox
        label={writingWords.otherWords}
        rows={4}
        value={text}
        onText={setText}
        error={problem?.fields.text}
      />
      {problem && !problem.fields.text && <ErrorNotice error={problem} />}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" busy={isPending}>
          {writingWords.saveWords}
        </Button>
        <p role="status" className="text-sm font-semibold">
          {isSuccess && writingWords.wordsSaved}
        </p>
      </div>
    </form>
  )
}

/** Asked once more: it cannot be undone. */
function TakeBack({ post }: { post: Post }) {
  const { mutate, isPending, error } = useTakeBack(post)
  const [isSure, setSure] = useState(false)
  if (!isSure)
    return (
      <Button tone="quiet" className="justify-self-start" onClick={() => setSure(true)}>
        {writingWords.takeBack}
      </Button>
    )
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-sm">{writingWords.takeBackSure}</p>
      <div className="flex flex-wrap gap-3">
        <Button tone="alarm" busy={isPending} onClick={() => mutate()}>
          {writingWords.takeBackYes}
        </Button>
        <Button tone="quiet" onClick={() => setSure(false)}>
          {writingWords.keepIt}
        </Button>
      </div>
      {error && <ErrorNotice error={error} />}
    </div>
  )
}

/** What an author can do with what they wrote. */
export function OwnMenu({ post }: { post: Post }) {
  return (
    <>
      <Edit post={post} />
      <TakeBack post={post} />
    </>
  )
}
