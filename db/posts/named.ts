import type { Db } from '../client.ts'
import { requireFeature } from '../features/now.ts'

/** What is written without a name, while members want that. @throws Final `feature.off` */
export async function requireNamed(tx: Db, anonymous: boolean): Promise<void> {
  if (anonymous) await requireFeature(tx, 'app.posts.anonymous')
}
