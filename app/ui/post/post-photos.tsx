import type { Post } from '../../../core/post/shape.ts'
import { fill } from '../messages/fill.ts'
import { words as texts } from '../messages/post/post-photos.ts'
import { nameOf } from './words.ts'

/** Its pictures, each in room that is known before it is there. */
export function PostPhotos({ post }: { post: Post }) {
  const { photos, author } = post
  if (photos.length === 0) return null
  const isOne = photos.length === 1
  return (
    <ul className={`grid gap-1 ${isOne ? '' : 'grid-cols-2'}`}>
      {photos.map(({ id, width, height }, index) => (
        <li key={id} className="min-w-0">
          <a href={`/api/photos/${id}`} className="block">
            {/* biome-ignore lint/performance/noImgElement: already made small when it was taken in; nothing to optimise */}
            <img
              src={`/api/photos/${id}`}
              width={width}
              height={height}
              // Side by side the small one is often enough.
              srcSet={isOne ? undefined : `/api/photos/${id}/thumb 320w, /api/photos/${id} ${width}w`}
              sizes={isOne ? undefined : '(min-width: 40rem) 20rem, 45vw'}
              loading="lazy"
              alt={fill(texts.asSawItOf, { author: nameOf(author), value: index + 1, length: photos.length })}
              className={`h-auto w-full border border-rule object-cover ${isOne ? 'max-h-[30rem]' : 'aspect-square'}`}
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
