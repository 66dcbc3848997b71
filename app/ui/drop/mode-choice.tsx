'use client'
import { useSearchParams } from 'next/navigation'
import { words as texts } from '../messages/drop/mode-choice.ts'

const modes = [
  {
    value: 'review',
    get name() {
      return texts.reviewThenBuy
    },
    get words() {
      return texts.weWalkTheShop
    },
  },
  {
    value: 'auto',
    get name() {
      return texts.buyWithoutAsking
    },
    get words() {
      return texts.withinYourLimitWith
    },
  },
  {
    value: 'dry-run',
    get name() {
      return texts.dryRun
    },
    get words() {
      return texts.weWalkTheShop2
    },
  },
] as const

/** Buy after a look at the total, without one, or only look; a link may have chosen. */
export function ModeChoice() {
  const asked = useSearchParams().get('mode')
  const chosen = modes.some(({ value }) => value === asked && value !== 'auto') ? asked : 'review'
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-semibold">{texts.mode}</legend>
      <div className="grid gap-1.5 sm:max-md:grid-cols-2 2xl:grid-cols-2">
        {modes.map(({ value, name, words }) => (
          <label
            key={value}
            className="relative grid gap-1 rounded-xs border border-edge p-3 has-checked:border-2 has-checked:border-fg has-checked:bg-panel has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--focus)"
          >
            <input
              type="radio"
              name="mode"
              value={value}
              defaultChecked={value === chosen}
              aria-label={name}
              className="peer absolute inset-0 size-full cursor-pointer appearance-none outline-none"
            />
            <span className="heading flex items-center gap-2">
              <span
                aria-hidden
                className="hexagon size-3.5 bg-edge [label:has(:checked)_&]:bg-fg dark:[label:has(:checked)_&]:bg-volt"
              />
              {name}
            </span>
            <span className="text-sm text-muted">{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
