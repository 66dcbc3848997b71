'use client'
import type { ReactNode } from 'react'
import { words } from '../messages/parts/size-grid.ts'

export type SizeMark = 'in' | 'out' | 'preorder' | 'unknown'
type Cell = { size: string; mark?: SizeMark }

export const sizeMarks: Record<SizeMark, { box: string; word: string; mark: string }> = {
  in: { box: 'border-2 border-fg', word: 'in', mark: '●' },
  out: { box: 'border border-alarm text-alarm', word: 'out', mark: '✕' },
  preorder: { box: 'border-2 border-dashed border-edge', word: 'pre', mark: '◐' },
  unknown: {
    box: 'border border-edge',
    get word() {
      return words.noWord
    },
    mark: '?',
  },
}

const cellClass =
  'relative grid min-h-14 place-content-center rounded-xs text-center has-checked:bg-volt has-checked:text-ink has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--focus) hover:bg-panel'

type Props = {
  legend: string
  name: string
  cells: readonly Cell[]
  value: string
  onPick: (size: string) => void
  error?: string | undefined
  /** What the marks mean, under the grid. */
  children?: ReactNode
}

function SizeOption({
  cell,
  name,
  checked,
  onPick,
}: {
  cell: Cell
  name: string
  checked: boolean
  onPick: Props['onPick']
}) {
  const look = cell.mark && sizeMarks[cell.mark]
  return (
    <label className={`${cellClass} ${look?.box ?? 'border border-edge'}`}>
      <input
        type="radio"
        name={name}
        value={cell.size}
        checked={checked}
        required
        onChange={() => onPick(cell.size)}
        aria-label={look ? `${cell.size}, ${look.word}` : cell.size}
        className="absolute inset-0 size-full cursor-pointer appearance-none outline-none"
      />
      <span className={`figures text-base font-bold ${cell.mark === 'out' ? 'line-through' : ''}`}>
        {cell.size}
      </span>
      {look && (
        <span className="figures text-[0.6875rem] leading-3">
          <span aria-hidden>{look.mark}</span> {look.word}
        </span>
      )}
    </label>
  )
}

/** A size run as a grid of cells, one of which can be picked. */
export function SizeGrid({ legend, name, cells, value, onPick, error, children }: Props) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-semibold">{legend}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-1.5">
        {cells.map((cell) => (
          <SizeOption key={cell.size} cell={cell} name={name} checked={value === cell.size} onPick={onPick} />
        ))}
      </div>
      {error && <p className="mt-1.5 text-sm font-medium text-alarm">✕ {error}</p>}
      {children}
    </fieldset>
  )
}
