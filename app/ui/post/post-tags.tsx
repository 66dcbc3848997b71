import Link from 'next/link'
import type { Post } from '../../../core/post/shape.ts'
import { placeWords } from '../../../core/restock/place.ts'
import { words } from '../messages/post/post-tags.ts'
import { feedHref } from './asked.ts'

const tag =
  'inline-flex min-h-8 max-w-full items-center rounded-xs border border-rule px-2 py-0.5 text-sm font-medium hover:bg-panel'

/** The pairs and the shop that it is about. */
export function PostTags({ post: { sneakers, store } }: { post: Post }) {
  if (sneakers.length === 0 && store === null) return null
  return (
    <ul aria-label={words.about} className="flex flex-wrap gap-2 wrap-anywhere">
      {sneakers.map(({ id, name, colorway }) => (
        <li key={id} className="min-w-0">
          <Link href={`/sneakers/${id}`} prefetch={false} className={tag}>
            {name}, {colorway}
          </Link>
        </li>
      ))}
      {store && (
        <li className="min-w-0">
          <Link href={feedHref({ store: store.id })} prefetch={false} className={tag}>
            {placeWords(store)}
          </Link>
        </li>
      )}
    </ul>
  )
}
