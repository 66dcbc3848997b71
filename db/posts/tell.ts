import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'

type Changed = { id: string; rootId: string | null; groupId: string | null; published: string | null }

/**
 * Tells who watches this post, its thread, its group or its place that it changed.
 * @param fresh true where nobody could see it before
 */
export async function tellPost(tx: Db, changed: Changed, fresh: boolean): Promise<void> {
  const { id, rootId, groupId, published } = changed
  const told = { post_id: id, root_id: rootId, group_id: groupId, cell: published, fresh }
  await notifyApp(tx, { kind: 'post', ...told })
}
