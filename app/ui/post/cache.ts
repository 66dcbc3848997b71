import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Post, PostPage } from '../../../core/post/shape.ts'

type Pages = InfiniteData<PostPage>

const mapPages = (data: Pages, change: (items: Post[]) => Post[]): Pages => ({
  ...data,
  pages: data.pages.map((page) => ({ ...page, items: change(page.items) })),
})

/** Changes a post wherever it is shown, where it stands. */
export function changePost(client: QueryClient, id: string, change: (post: Post) => Post): void {
  const swap = (items: Post[]) => items.map((post) => (post.id === id ? change(post) : post))
  for (const queryKey of [['posts'], ['replies']])
    client.setQueriesData<Pages>({ queryKey }, (data) => data && mapPages(data, swap))
  client.setQueryData<Post>(['post', id], (post) => post && change(post))
}

/** What is gone keeps its place, so that nothing below it moves. */
export const asGone = (post: Post): Post => ({
  ...post,
  ...{ gone: true, text: '', author: null, photos: [], sneakers: [], store: null, cell: null },
  place_name: null,
})

/** Puts one's own reply at the end of its thread, before the rest of the thread is read. */
export function addReply(client: QueryClient, reply: Post): void {
  client.setQueryData<Pages>(['replies', reply.root_id], (data) => {
    const last = data?.pages.at(-1)
    if (!data || !last) return data
    return { ...data, pages: [...data.pages.slice(0, -1), { ...last, items: [...last.items, reply] }] }
  })
}
