import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { Problem } from '../../../ui/api/problem.ts'
import { serverGet } from '../../../ui/api/server.ts'
import { kindWords, postWords } from '../../../ui/messages/en-posts.ts'
import { PostView } from '../../../ui/post/post-view.tsx'
import { postQuery, repliesQuery } from '../../../ui/post/queries.ts'

type Props = { params: Promise<{ id: string }> }

async function postOr404(id: string) {
  try {
    return await serverGet(`/community/posts/${encodeURIComponent(id)}`, 'post')
  } catch (error) {
    // An id that is none is answered with 422.
    if (error instanceof Problem && (error.status === 404 || error.status === 422)) notFound()
    return undefined
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await postOr404((await params).id)
  return { title: post?.kind ? kindWords[post.kind] : postWords.post }
}

export default async function PostPage({ params }: Props) {
  const { id } = await params
  const post = await postOr404(id)
  // A reply is read in its thread.
  const root = post?.root_id ?? id
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(postQuery(get, root)),
        client.prefetchInfiniteQuery(repliesQuery(get, root)),
      ]}
    >
      <PostView id={root} />
    </Prefetch>
  )
}
