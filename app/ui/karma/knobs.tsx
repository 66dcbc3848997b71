import Link from 'next/link'
import type { Rules } from '../../../core/karma/shape.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/karma/knobs.ts'
import { Mark } from '../parts/mark.tsx'
import { numberText } from './number.ts'

type Knob = Rules['knobs'][number]

/** One number that a vote set. */
function Voted({ knob }: { knob: Knob }) {
  if (!knob.flag) return null
  const told = (value: string) => numberText(value, knob.unit)
  return (
    <li className="grid gap-1 border-b border-soft py-2.5">
      <p className="flex flex-wrap items-center gap-2">
        <span className="figures wrap-anywhere text-sm font-semibold">{knob.name}</span>
        {knob.flag.applied ? (
          <Mark tone="live">{words.inForce}</Mark>
        ) : (
          <Mark tone="alarm">{words.ignored}</Mark>
        )}
      </p>
      <p className="text-sm">
        {knob.flag.applied
          ? fill(words.shippedAs, { told: told(knob.value), shipped: told(knob.shipped) })
          : fill(words.theVoteSaysOutside, {
              told: told(knob.flag.value),
              min: told(knob.min),
              max: told(knob.max),
              told2: told(knob.value),
            })}
      </p>
    </li>
  )
}

function Bounds({ knobs }: { knobs: readonly Knob[] }) {
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold underline underline-offset-4">
        {words.everyNumberAVote}
      </summary>
      <ul className="border-t border-rule">
        {knobs.map((knob) => (
          <li key={knob.name} className="grid gap-0.5 border-b border-soft py-2 text-sm">
            <span className="figures wrap-anywhere font-semibold">{knob.name}</span>
            <span className="text-muted">
              {numberText(knob.value, knob.unit)}
              {words.from} {numberText(knob.min, knob.unit)} {words.to} {numberText(knob.max, knob.unit)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The numbers that flags on chain set, and those they could. */
export function Knobs({ knobs }: { knobs: readonly Knob[] }) {
  const voted = knobs.filter(({ flag }) => flag !== null)
  return (
    <>
      {voted.length === 0 ? (
        <p className="text-muted">{words.nothingYetEveryNumber}</p>
      ) : (
        <ul>
          {voted.map((knob) => (
            <Voted key={knob.name} knob={knob} />
          ))}
        </ul>
      )}
      <Bounds knobs={knobs} />
      <Link
        href="/votes/new"
        className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
      >
        {words.proposeAnotherNumber}
      </Link>
    </>
  )
}
