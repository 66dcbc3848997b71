import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'

type Told = { id: string; rootId: string | null; groupId: string | null; published: string | null }

/** Tells who watches this post, its thread, its group or its place that it changed, or that it is there. */
export async function tellPost(
  tx: Db,
  { id, rootId, groupId, published }: Told,
  fresh: boolean,
): Promise<void> {
  await notifyApp(tx, {
    ...{ kind: 'post', post_id: id, root_id: rootId, group_id: groupId, cell: published, fresh },
  })
}
