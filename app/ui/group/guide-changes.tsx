'use client'
import type { Change, LineKind } from '../../../core/guide/diff.ts'
import type { GuideChanges as Changes, GuideVersion } from '../../../core/guide/shape.ts'
import { guideWords, lineWords, skippedText } from '../messages/en-guild.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { useGuideChanges } from './kept-hooks.ts'

export type TwoVersions = { from: number; to: number }

const looks: Record<LineKind, string> = {
  same: 'border-transparent text-muted',
  added: 'border-fg bg-panel font-semibold',
  removed: 'border-alarm text-alarm line-through',
}

function Row({ change }: { change: Change }) {
  if (change.kind === 'skipped')
    return <li className="border-y border-soft py-1 text-sm text-muted">{skippedText(change.lines)}</li>
  const { kind, text } = change
  return (
    <li className="grid grid-cols-[1.5rem_1fr]">
      <span className="figures" aria-hidden>
        {lineWords[kind].sign}
      </span>
      <span dir="auto" className={`min-h-6 border-l-4 pl-2 whitespace-pre-wrap wrap-anywhere ${looks[kind]}`}>
        {kind !== 'same' && <span className="sr-only">{lineWords[kind].name}: </span>}
        {text}
      </span>
    </li>
  )
}

const titled = ({ number, title }: GuideVersion) => `${guideWords.version} ${number}: ${title}`

function Lines({ changes: { from, to, lines } }: { changes: Changes }) {
  return (
    <>
      <p className="wrap-anywhere text-muted">
        {titled(from)} → {titled(to)}
      </p>
      {lines.every(({ kind }) => kind === 'same' || kind === 'skipped') ? (
        <p>{guideWords.noChanges}</p>
      ) : (
        <ol aria-labelledby="changes" className="grid grid-cols-1">
          {lines.map((change, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two versions never change
            <Row key={at} change={change} />
          ))}
        </ol>
      )}
    </>
  )
}

/** What one version of a guide says that another one does not. */
export function GuideChanges(props: { slug: string; guide: string } & TwoVersions) {
  return (
    <section aria-labelledby="changes" className="grid grid-cols-1 gap-4">
      <h2 id="changes" className="heading text-2xl">
        {guideWords.changes}
      </h2>
      <Answer query={useGuideChanges(props)} waiting={guideWords.loadingChanges}>
        {(changes) => <Lines changes={changes} />}
      </Answer>
    </section>
  )
}

/** Which two versions to compare; works without JavaScript. */
export function CompareForm({ newest, two }: { newest: number; two: TwoVersions | null }) {
  if (newest === 1) return null
  const number = { type: 'number', min: 1, max: newest, required: true, figures: true } as const
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <Field {...number} name="from" label={guideWords.from} defaultValue={two?.from ?? newest - 1} />
      <Field {...number} name="to" label={guideWords.to} defaultValue={two?.to ?? newest} />
      <Button type="submit">{guideWords.compare}</Button>
    </form>
  )
}
