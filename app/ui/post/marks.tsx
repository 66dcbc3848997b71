import type { Post } from '../../../core/post/shape.ts'
import { postWords } from '../messages/en-posts.ts'

/** Icons of a line's weight, as those of the shell. */
export function Icon({ path, filled = false }: { path: string; filled?: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden
      className="size-5"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.75"
    >
      <path d={path} />
    </svg>
  )
}

export const UP = 'M12 5l8 11H4z'
export const DOWN = 'M12 19l8-11H4z'
export const HEART = 'M12 20L4 12V7l4-3 4 3 4-3 4 3v5z'
export const TALK = 'M4 5h16v11h-9l-4 4v-4H4z'
export const FLAG = 'M6 4h12v16l-6-5-6 5z'

export function Score({ post: { up, down } }: { post: Post }) {
  return (
    <span className="figures min-w-6 text-center text-sm font-bold">
      <span className="sr-only">{postWords.score} </span>
      {up - down}
    </span>
  )
}

export function Likes({ count }: { count: number }) {
  return (
    <span className="figures text-sm">
      <span className="sr-only">{postWords.likes} </span>
      {count}
    </span>
  )
}
