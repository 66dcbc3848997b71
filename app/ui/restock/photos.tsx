import type { Restock } from '../../../core/restock/shape.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/restock/photos.ts'

/** What members saw, as they saw it. */
export function Photos({ restock }: { restock: Restock }) {
  if (restock.photos.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2">
      {restock.photos.map(({ id, width, height }, index) => (
        <li key={id}>
          <a href={`/api/photos/${id}`} className="block">
            {/* biome-ignore lint/performance/noImgElement: already made small when it was taken in; nothing to optimise */}
            <img
              src={`/api/photos/${id}`}
              width={width}
              height={height}
              loading="lazy"
              alt={fill(words.atAsAMember, {
                name: restock.sneaker.name,
                name2: restock.store.name,
                value: index + 1,
                length: restock.photos.length,
              })}
              className="h-28 w-auto border border-rule object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
