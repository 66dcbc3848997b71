'use client'
import { useEffect, useRef, useState } from 'react'
import type { AreaMap as Shown } from '../../../core/geo/map.ts'
import { mapWords } from '../messages/en-map.ts'
import { words } from '../messages/map/area-map.ts'
import { AreaSvg } from './area-svg.tsx'
import { projectionOf, WIDTH } from './draw.ts'
import type { LiveMap } from './live-map.ts'

/** Readers who pay for each byte keep the drawing. */
function isSaving(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
  return connection?.saveData === true
}

/** The map that moves, loaded once the drawing is on the screen; true when it has taken the drawing's place. */
function useLiveMap(map: Shown) {
  const container = useRef<HTMLDivElement>(null)
  const [live, setLive] = useState<LiveMap>()
  const [isDrawn, setDrawn] = useState(false)
  const first = useRef(map)
  useEffect(() => {
    const element = container.current
    if (!element || isSaving()) return
    let opened: LiveMap | undefined
    let isGone = false
    import('./live-map.ts')
      .then(({ openLiveMap }) => {
        if (isGone) return
        opened = openLiveMap(element, first.current, () => setDrawn(true))
        setLive(opened)
      })
      // No WebGL, or it did not load: the drawing stays, and says the same.
      .catch(() => undefined)
    return () => {
      isGone = true
      opened?.remove()
    }
  }, [])
  useEffect(() => live?.show(map), [live, map])
  return { container, isDrawn }
}

function Legend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      <li className="flex items-center gap-2">
        <span aria-hidden className="hexagon size-4 bg-volt" /> {words.postsAndRestocksOf}
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden className="size-3 bg-fg" /> {words.shop}
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden className="h-2 w-4 bg-alarm" /> {words.line}
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden className="size-4 rounded-full border-2 border-fg" /> {words.event}
      </li>
    </ul>
  )
}

/** The map of an area: a drawing, and over it, where the browser can, a map that one can move. */
export function AreaMap({ map }: { map: Shown }) {
  const { container, isDrawn } = useLiveMap(map)
  const { height } = projectionOf(map.hexes.filter(({ wide }) => !wide))
  const isQuiet = map.hexes.every(({ posts, restocks }) => posts + restocks === 0)
  return (
    <figure className="grid gap-3">
      <div
        className="relative w-full overflow-hidden border border-rule"
        style={{ aspectRatio: `${WIDTH} / ${height}` }}
        data-map={isDrawn ? 'live' : 'drawn'}
      >
        <div className={isDrawn ? 'invisible' : ''}>
          <AreaSvg map={map} />
        </div>
        <div
          ref={container}
          className={isDrawn ? '' : 'invisible'}
          // MapLibre's own style sheet makes its container relative.
          style={{ position: 'absolute', inset: 0 }}
        />
      </div>
      <figcaption className="grid gap-1">
        <Legend />
        {isQuiet && <span className="text-sm text-muted">{mapWords.quiet}</span>}
      </figcaption>
    </figure>
  )
}
