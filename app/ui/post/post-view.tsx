'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Post } from '../../../core/post/shape.ts'
import { browserGet } from '../api/request.ts'
import { postWords } from '../messages/en-posts.ts'
import { writingWords } from '../messages/en-writing.ts'
import { Answer } from '../parts/answer.tsx'
import { useLookAgain } from './look-again.ts'
import { PostCard } from './post-card.tsx'
import { postQuery } from './queries.ts'
import { ReplyForm } from './reply-form.tsx'
import { Thread } from './thread.tsx'
import { useAtMost } from './use-at-most.ts'
import { usePostNews } from './watch.ts'

/** Between two readings of a busy thread, ms. */
const READ_MS = 2_000

/** What happens below a post is read again where it stands; replies come in at the end. */
function useThreadNews(id: string): void {
  const client = useQueryClient()
  const lookAgain = useLookAgain()
  const readAgain = useAtMost(() => {
    lookAgain(id)
    void client.invalidateQueries({ queryKey: ['replies', id] })
  }, READ_MS)
  usePostNews({ root_id: id }, { news: readAgain, missed: readAgain })
}

/** The reply is there and in sight, for the keyboard too. */
function show(reply: Post): void {
  const row = document.getElementById(`r-${reply.id}`)
  row?.scrollIntoView({ block: 'center' })
  row?.focus({ preventScroll: true })
}

function Whole({ post }: { post: Post }) {
  const [parent, setParent] = useState<Post>()
  const box = useRef<HTMLTextAreaElement>(null)
  const answer = (reply: Post) => {
    setParent(reply)
    box.current?.scrollIntoView({ block: 'center' })
    box.current?.focus({ preventScroll: true })
  }
  const sent = (reply: Post) => {
    setParent(undefined)
    // After the list has it.
    requestAnimationFrame(() => show(reply))
  }
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-8">
      <h1 className="sr-only">{postWords.post}</h1>
      <PostCard post={post} whole />
      {!post.gone && (
        <ReplyForm
          post={post}
          parent={parent ?? post}
          onNoParent={() => setParent(undefined)}
          onSent={sent}
          box={box}
        />
      )}
      <section id="replies" aria-labelledby="replies-title" className="grid grid-cols-1 gap-3">
        <h2 id="replies-title" className="heading text-xl">
          {writingWords.replies}
        </h2>
        <Thread id={post.id} onAnswer={post.gone ? undefined : answer} />
      </section>
    </div>
  )
}

/** One post with all that was answered to it. */
export function PostView({ id }: { id: string }) {
  useThreadNews(id)
  return (
    <Answer query={useQuery(postQuery(browserGet, id))} waiting={writingWords.loadingOne}>
      {(post) => <Whole post={post} />}
    </Answer>
  )
}
