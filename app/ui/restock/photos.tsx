import type { Restock } from '../../../core/restock/shape.ts'

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
              alt={`${restock.sneaker.name} at ${restock.store.name}, as a member saw it, ${index + 1} of ${restock.photos.length}`}
              className="h-28 w-auto border border-rule object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
