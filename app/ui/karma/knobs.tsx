import Link from 'next/link'
import type { Rules } from '../../../core/karma/shape.ts'
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
        {knob.flag.applied ? <Mark tone="live">in force</Mark> : <Mark tone="alarm">ignored</Mark>}
      </p>
      <p className="text-sm">
        {knob.flag.applied
          ? `${told(knob.value)}, shipped as ${told(knob.shipped)}.`
          : `The vote says ${told(knob.flag.value)}, outside of ${told(knob.min)} to ${told(knob.max)}: ${told(knob.value)} holds.`}
      </p>
    </li>
  )
}

function Bounds({ knobs }: { knobs: readonly Knob[] }) {
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold underline underline-offset-4">
        Every number a vote can change
      </summary>
      <ul className="border-t border-rule">
        {knobs.map((knob) => (
          <li key={knob.name} className="grid gap-0.5 border-b border-soft py-2 text-sm">
            <span className="figures wrap-anywhere font-semibold">{knob.name}</span>
            <span className="text-muted">
              {numberText(knob.value, knob.unit)}, from {numberText(knob.min, knob.unit)} to{' '}
              {numberText(knob.max, knob.unit)}
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
        <p className="text-muted">Nothing yet: every number is as it was shipped.</p>
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
        Propose another number
      </Link>
    </>
  )
}
