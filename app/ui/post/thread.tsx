'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Post } from '../../../core/post/shape.ts'
import { useMe } from '../api/hooks.ts'
import { browserGet } from '../api/request.ts'
import { postWords } from '../messages/en-posts.ts'
import { writingWords } from '../messages/en-writing.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { More } from '../parts/more.tsx'
import { PostActs } from './post-acts.tsx'
import { Gone } from './post-card.tsx'
import { PostHead } from './post-head.tsx'
import { PostPhotos } from './post-photos.tsx'
import { PostText } from './post-text.tsx'
import { postsOf } from './posts-of.ts'
import { repliesQuery } from './queries.ts'
import { nameOf } from './words.ts'

type ReplyProps = {
  reply: Post
  /** The reply that it answers; undefined where it answers the post itself. */
  answered: Post | undefined
  /** Undefined where nothing can be answered any more. */
  onAnswer: ((reply: Post) => void) | undefined
}

function Answered({ to }: { to: Post }) {
  return (
    <p className="text-sm text-muted">
      <a href={`#r-${to.id}`} className="underline underline-offset-4">
        {writingWords.answers} <bdi>{nameOf(to.author)}</bdi>
      </a>
    </p>
  )
}

function Reply({ reply, answered, onAnswer }: ReplyProps) {
  const { data: me } = useMe()
  const by = `p-${reply.id}-by`
  if (reply.gone) return <Gone />
  return (
    <article aria-labelledby={by} className="grid grid-cols-1 gap-2">
      <PostHead post={reply} near={undefined} id={by} />
      {reply.hidden && (
        <p className="border-l-8 border-alarm pl-3 text-sm font-semibold">{postWords.hidden}</p>
      )}
      {answered && <Answered to={answered} />}
      <PostText post={reply} whole />
      <PostPhotos post={reply} />
      <PostActs post={reply}>
        {me && onAnswer && (
          <Button tone="quiet" onClick={() => onAnswer(reply)} aria-describedby={by}>
            {writingWords.answer}
          </Button>
        )}
      </PostActs>
    </article>
  )
}

type Props = { id: string; onAnswer: ReplyProps['onAnswer'] }

/** All below a post, oldest first: what comes in while one reads comes in at the end. */
export function Thread({ id, onAnswer }: Props) {
  const replies = useInfiniteQuery(repliesQuery(browserGet, id))
  return (
    <Answer query={replies} waiting={writingWords.loadingReplies}>
      {({ pages }) => {
        const all = postsOf(pages)
        const byId = new Map(all.map((reply) => [reply.id, reply]))
        if (all.length === 0) return <p className="text-muted">{writingWords.noReplies}</p>
        return (
          <>
            <ol className="border-t border-rule">
              {all.map((reply) => (
                <li
                  key={reply.id}
                  id={`r-${reply.id}`}
                  tabIndex={-1}
                  className="border-b border-soft py-4 target:outline-2 target:outline-(--focus)"
                >
                  <Reply
                    reply={reply}
                    answered={reply.parent_id ? byId.get(reply.parent_id) : undefined}
                    onAnswer={onAnswer}
                  />
                </li>
              ))}
            </ol>
            <More pages={replies}>{writingWords.moreReplies}</More>
          </>
        )
      }}
    </Answer>
  )
}
