'use client'
import type { Sneaker } from '../../../core/restock/shape.ts'
import { words } from '../messages/restock/sneaker-picker.ts'
import { SneakerArt } from '../sneaker/sneaker-art.tsx'

type Props = { sneakers: readonly Sneaker[]; value: string; onPick: (sneaker: Sneaker) => void }

const card =
  'relative grid overflow-hidden rounded-xs border border-edge has-checked:border-fg has-checked:bg-volt has-checked:text-ink has-checked:ring-2 has-checked:ring-fg has-focus-visible:outline-2 has-focus-visible:outline-offset-4 has-focus-visible:outline-(--focus)'

/** Pairs to choose from, by their picture. */
export function SneakerPicker({ sneakers, value, onPick }: Props) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-semibold">{words.sneaker}</legend>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {sneakers.map((sneaker) => (
          <label key={sneaker.id} className={card}>
            <input
              type="radio"
              name="sneaker"
              value={sneaker.id}
              required
              checked={value === sneaker.id}
              onChange={() => onPick(sneaker)}
              aria-label={`${sneaker.name}, ${sneaker.colorway}`}
              className="absolute inset-0 size-full cursor-pointer appearance-none outline-none"
            />
            <SneakerArt sneaker={sneaker} className="h-20 w-full" />
            <span className="grid min-w-0 wrap-anywhere px-2 py-1.5 text-sm leading-tight">
              <span className="font-semibold">{sneaker.name}</span>
              <span className="text-xs">{sneaker.colorway}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
