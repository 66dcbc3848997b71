'use client'
import { type FormEvent, type RefObject, useId, useState } from 'react'
import type { Post } from '../../../core/post/shape.ts'
import { asProblem } from '../api/problem.ts'
import { writingWords } from '../messages/en-writing.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { MembersOnly } from '../session/members-only.tsx'
import { AnonymousChoice } from './anonymous-choice.tsx'
import { useReply } from './hooks.ts'
import { TextBox } from './text-box.tsx'
import { nameOf } from './words.ts'

type Props = {
  post: Post
  /** What is answered: the post itself, or a reply below it. */
  parent: Post
  /** Answers the post itself again. */
  onNoParent: () => void
  onSent: (reply: Post) => void
  box: RefObject<HTMLTextAreaElement | null>
}

function Answering({ parent, onNoParent }: Pick<Props, 'parent' | 'onNoParent'>) {
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

function Form({ post, parent, onNoParent, onSent, box }: Props) {
  const reply = useReply(parent.id)
  const [text, setText] = useState('')
  const [anonymous, setAnonymous] = useState(false)
  const error = reply.error ? asProblem(reply.error) : undefined
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = { text, ...(anonymous && { anonymous }) }
    reply.mutate(body, {
      onSuccess: (sent) => {
        setText('')
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
        value={text}
        onText={setText}
        error={error?.fields.text}
        box={box}
      />
      <AnonymousChoice value={anonymous} onChange={setAnonymous} />
      {error && !error.fields.text && <ErrorNotice error={error} />}
      <Button type="submit" tone="go" busy={reply.isPending} className="justify-self-start">
        {writingWords.reply}
      </Button>
    </form>
  )
}

/** What one answers; for who is not signed in the way in. */
export function ReplyForm(props: Props) {
  const title = useId()
  return (
    <section aria-labelledby={title} className="grid gap-3">
      <h2 id={title} className="heading text-xl">
        {writingWords.replyTitle}
      </h2>
      <MembersOnly here={`/posts/${props.post.id}`} why={writingWords.replyWhy}>
        <Form {...props} />
      </MembersOnly>
    </section>
  )
}
