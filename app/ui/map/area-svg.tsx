import type { AreaMap, Hex, MapPoint } from '../../../core/geo/map.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/map/area-svg.ts'
import { type Projection, pinsOf, pointsOf, projectionOf, stepOf, WIDTH } from './draw.ts'

/** Volt, as much of it as goes on; the number says it without colour. */
const fills = ['fill-transparent', 'fill-volt/30', 'fill-volt/60', 'fill-volt'] as const

function Cell({ hex, projection }: { hex: Hex; projection: Projection }) {
  const step = stepOf(hex)
  const [x, y] = projection.place(middleOfRing(hex))
  return (
    <g>
      <polygon
        points={pointsOf(projection, hex.ring)}
        className={`${hex.wide ? 'fill-volt/15' : fills[step]} stroke-soft`}
        strokeWidth={hex.wide ? 0 : 2}
      />
      {step > 0 && !hex.wide && (
        <text x={x} y={y + 9} textAnchor="middle" className="figures fill-fg text-[26px] font-bold">
          {hex.posts + hex.restocks}
        </text>
      )}
    </g>
  )
}

const middleOfRing = ({ ring }: Hex): MapPoint => ({
  lng: ring.reduce((sum, { lng }) => sum + lng, 0) / ring.length,
  lat: ring.reduce((sum, { lat }) => sum + lat, 0) / ring.length,
})

/** The map as a drawing: hexes by what goes on in them, shops as squares, lines as bars, events as rings. */
export function AreaSvg({ map }: { map: AreaMap }) {
  const projection = projectionOf(map.hexes.filter(({ wide }) => !wide))
  const { stores, lines, happenings } = pinsOf(map)
  const { place, height } = projection
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={fill(words.mapOfFiveMiles, {
        length: stores.length,
        length2: lines.length,
        length3: happenings.length,
      })}
      className="h-full w-full bg-panel"
    >
      {map.hexes.map((hex) => (
        <Cell key={hex.cell} hex={hex} projection={projection} />
      ))}
      {happenings.map(({ id, at }) => {
        const [x, y] = place(at)
        return <circle key={id} cx={x} cy={y} r={16} className="fill-none stroke-fg" strokeWidth={4} />
      })}
      {stores.map(({ id, name, at }) => {
        const [x, y] = place(at)
        return (
          <rect
            key={id}
            x={x - 8}
            y={y - 8}
            width={16}
            height={16}
            className="fill-fg stroke-bg"
            strokeWidth={3}
          >
            <title>{name}</title>
          </rect>
        )
      })}
      {lines.map(({ id, at }) => {
        const [x, y] = place(at)
        return (
          <path
            key={id}
            d={`M${x - 14} ${y - 14}h28v8h-28z`}
            className="fill-alarm stroke-bg"
            strokeWidth={2}
          />
        )
      })}
    </svg>
  )
}
