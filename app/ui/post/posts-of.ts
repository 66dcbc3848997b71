import type { Post, PostPage } from '../../../core/post/shape.ts'

/** The posts of all pages, each once: what moved in its order between two pages is on both. Pure. */
export function postsOf(pages: readonly PostPage[]): Post[] {
  const byId = new Map<string, Post>()
  for (const post of pages.flatMap(({ items }) => items)) if (!byId.has(post.id)) byId.set(post.id, post)
  return [...byId.values()]
}
