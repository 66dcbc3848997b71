import type { Db } from '../client.ts'
import { tellPost } from '../posts/tell.ts'

type Told = { id: string; rootId: string | null; groupId: string | null; published: string | null }

/** Tells who watches this post that it is shown again, or no longer. */
export async function tellShown(tx: Db, postId: string): Promise<void> {
  const [post] = await tx<Told[]>`
    select id, root_id as "rootId", group_id as "groupId", to_hex(published) as published from app.post
      where id = ${postId}`
  if (post) await tellPost(tx, post, false)
}
