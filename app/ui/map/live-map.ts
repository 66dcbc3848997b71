import {
  Map as LibreMap,
  LngLatBounds,
  NavigationControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { AreaMap, MapPoint } from '../../../core/geo/map.ts'
import { pinsOf, stepOf } from './draw.ts'

/** The page's colours, in its scheme of now. */
function colours() {
  const style = getComputedStyle(document.documentElement)
  const read = (name: string) => style.getPropertyValue(name).trim()
  return {
    ground: read('--panel'),
    edge: read('--edge'),
    volt: read('--volt'),
    fg: read('--fg'),
    bg: read('--bg'),
    alarm: read('--alarm'),
  }
}

/** GeoJSON's order, and its closed rings. */
const pairOf = ({ lng, lat }: MapPoint) => [lng, lat]
const closed = (ring: readonly MapPoint[]) => [...ring, ...ring.slice(0, 1)].map(pairOf)

function hexesOf({ hexes }: AreaMap) {
  const features = hexes.map((hex) => ({
    type: 'Feature' as const,
    properties: { strength: hex.wide ? 0.15 : [0, 0.3, 0.6, 1][stepOf(hex)] },
    geometry: { type: 'Polygon' as const, coordinates: [closed(hex.ring)] },
  }))
  return { type: 'FeatureCollection' as const, features }
}

function pinsAsFeatures(map: AreaMap) {
  const features = Object.entries(pinsOf(map)).flatMap(([kind, pins]) =>
    pins.map(({ at }) => ({
      type: 'Feature' as const,
      properties: { kind },
      geometry: { type: 'Point' as const, coordinates: pairOf(at) },
    })),
  )
  return { type: 'FeatureCollection' as const, features }
}

/** No tiles and no letters: everything that is drawn is ours, and nothing is fetched from anywhere. */
function styleOf(map: AreaMap): StyleSpecification {
  const { ground, edge, volt, fg, bg, alarm } = colours()
  return {
    version: 8,
    sources: {
      hexes: { type: 'geojson', data: hexesOf(map) },
      pins: { type: 'geojson', data: pinsAsFeatures(map) },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': ground } },
      {
        id: 'hexes',
        type: 'fill',
        source: 'hexes',
        paint: { 'fill-color': volt, 'fill-opacity': ['get', 'strength'] },
      },
      { id: 'edges', type: 'line', source: 'hexes', paint: { 'line-color': edge, 'line-width': 1 } },
      {
        id: 'pins',
        type: 'circle',
        source: 'pins',
        paint: {
          'circle-radius': ['match', ['get', 'kind'], 'stores', 5, 'lines', 6, 8],
          'circle-color': ['match', ['get', 'kind'], 'stores', fg, 'lines', alarm, 'rgba(0,0,0,0)'],
          'circle-stroke-color': ['match', ['get', 'kind'], 'happenings', fg, bg],
          'circle-stroke-width': 2,
        },
      },
    ],
  }
}

function boundsOf({ hexes }: AreaMap): LngLatBounds {
  const bounds = new LngLatBounds()
  for (const { ring, wide } of hexes) if (!wide) for (const point of ring) bounds.extend(point)
  return bounds
}

export type LiveMap = { show: (map: AreaMap) => void; remove: () => void }

/**
 * The map that one can move and zoom. Calls back once it is drawn.
 * @throws where the browser has no WebGL
 */
export function openLiveMap(container: HTMLElement, map: AreaMap, onDrawn: () => void): LiveMap {
  setWorkerUrl('/vendor/maplibre-gl-worker.mjs')
  const live = new LibreMap({
    container,
    style: styleOf(map),
    bounds: boundsOf(map),
    fitBoundsOptions: { animate: false },
    attributionControl: false,
    // Two fingers move it on a phone: one scrolls the page.
    cooperativeGestures: true,
    fadeDuration: 0,
  })
  live.addControl(new NavigationControl({ showCompass: false }))
  live.once('idle', onDrawn)
  let shown = map
  const paint = () => live.setStyle(styleOf(shown))
  // The system goes dark in the evening.
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  scheme.addEventListener('change', paint)
  return {
    show: (next) => {
      if (next === shown) return
      shown = next
      paint()
      live.fitBounds(boundsOf(next), { animate: false })
    },
    remove: () => {
      scheme.removeEventListener('change', paint)
      live.remove()
    },
  }
}
