import { oddsPicture } from '../../../core/raffle/odds-picture.ts'
import { words } from '../messages/chart/odds-chart.ts'

type Props = { winners: number; entries: number; isIn: boolean }

const COLUMNS = 20
const STEP = 14
/** A hexagon in a cell of STEP. */
const hexagon = 'l3-5h6l3 5l-3 5h-6z'

/** The odds as tickets, the winning ones filled. Beside the words, which say the same to who cannot see it. */
export function OddsChart({ winners, entries, isIn }: Props) {
  const { marks, winning, isCounted } = oddsPicture({ winners, entries }, isIn)
  const rows = Math.ceil(marks / COLUMNS)
  const path = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => {
      const at = from + index
      return `M${(at % COLUMNS) * STEP + 1} ${Math.floor(at / COLUMNS) * STEP + 7}${hexagon}`
    }).join('')
  return (
    <figure className="grid gap-2">
      <svg
        aria-hidden
        viewBox={`0 0 ${Math.min(marks, COLUMNS) * STEP} ${rows * STEP}`}
        style={{ width: `min(100%, ${Math.min(marks, COLUMNS) * 20}px)` }}
      >
        <path d={path(winning, marks)} className="fill-panel stroke-edge" strokeWidth="1" />
        <path d={path(0, winning)} className="fill-volt stroke-ink dark:stroke-volt" strokeWidth="1" />
      </svg>
      <figcaption className="text-sm text-muted">
        {words[`${isCounted ? 'tickets' : 'hundredths'}${isIn ? '' : 'Yours'}`]}
      </figcaption>
    </figure>
  )
}
