import type { CSSProperties } from 'react'
import { pictureOf } from './colourway.ts'
import sheet from './silhouettes.svg'

/** What the bundler makes of the file: where it is served. */
const { src }: { src: string } = sheet

type Props = { sneaker: Parameters<typeof pictureOf>[0]; className?: string }

/**
 * A pair drawn by code, no photograph: the shapes of all pairs are one file, which is fetched once and is in no script
 * and no page; the page says whose shape and which colours. Its name always stands beside it in words.
 */
export function SneakerArt({ sneaker, className }: Props) {
  const { silhouette, colours } = pictureOf(sneaker)
  const { ground, ...blocks } = colours
  const variables = Object.entries(blocks).map(([block, colour]) => [`--${block}`, colour])
  const style: CSSProperties = { backgroundColor: ground, ...Object.fromEntries(variables) }
  return (
    <svg
      viewBox="0 0 320 200"
      preserveAspectRatio="xMidYMid meet"
      className={className}
      style={style}
      aria-hidden
    >
      <path d="M420 -400H2000V600H-80Z" fill="#fff" opacity=".22" />
      <ellipse cx="166" cy="176" rx="146" ry="5" fill="#0B0B0C" opacity=".2" />
      <use href={`${src}#${silhouette}`} />
    </svg>
  )
}
