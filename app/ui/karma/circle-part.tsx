'use client'
import type { Appeal, Cluster } from '../../../core/karma/ring/shape.ts'
import { words as texts } from '../messages/karma/circle-part.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { ReasonForm } from '../review/reason-form.tsx'
import { useAppeal, useCluster } from './hooks.ts'

const percent = (basisPoints: number) => `${basisPoints / 100} %`

function Score({ cluster }: { cluster: Cluster }) {
  if (cluster.lifted_until !== null)
    return (
      <p>
        {texts.nothingIsTakenOff} <Ago at={cluster.lifted_until} />.
      </p>
    )
  if (cluster.discount_bp === 0) return <p>{texts.nothingIsTakenOff2}</p>
  return (
    <p>
      <strong className="figures">{percent(cluster.discount_bp)}</strong> {texts.isTakenOffWhat}
    </p>
  )
}

function Reasons({ reasons }: Pick<Cluster, 'reasons'>) {
  if (reasons.length === 0) return null
  return (
    <ul>
      {reasons.map(({ code, words, bp }) => (
        <li
          key={code}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-soft py-2 text-sm"
        >
          <span>{words}</span>
          <span className="figures">{percent(bp)}</span>
        </li>
      ))}
    </ul>
  )
}

const appealWords: Record<Appeal['state'], string> = {
  get open() {
    return texts.aModeratorWillLook
  },
  get granted() {
    return texts.yourAppealWasGranted
  },
  get refused() {
    return texts.yourAppealWasRefused
  },
}

function Appealed({ appeal }: { appeal: Appeal }) {
  return (
    <div className="grid gap-2 border border-rule p-4">
      <p className="font-semibold">{appealWords[appeal.state]}</p>
      <blockquote className="wrap-anywhere border-l-4 border-rule pl-3 text-sm">{appeal.text}</blockquote>
      {appeal.answer !== null && <p className="wrap-anywhere text-sm">{appeal.answer}</p>}
      <p className="text-sm text-muted">
        <Ago at={appeal.decided_at ?? appeal.created_at} />
      </p>
    </div>
  )
}

function AppealForm() {
  const appeal = useAppeal()
  return (
    <ReasonForm
      label={texts.whyThisIsWrong}
      hint={texts.aModeratorReadsIt}
      shortest={10}
      longest={1_000}
      error={appeal.error}
      onReason={(text) => appeal.mutate(text)}
    >
      <Button type="submit" busy={appeal.isPending}>
        {texts.appeal}
      </Button>
    </ReasonForm>
  )
}

/** How far the member's circle only vouches for itself, what that costs, and what can be said against it. */
export function CirclePart() {
  return (
    <Answer query={useCluster()} waiting={texts.lookingAtYourCircle}>
      {(cluster) => (
        <div className="grid gap-3">
          <Score cluster={cluster} />
          <Reasons reasons={cluster.reasons} />
          {cluster.appeal && <Appealed appeal={cluster.appeal} />}
          {cluster.discount_bp > 0 && cluster.appeal?.state !== 'open' && <AppealForm />}
        </div>
      )}
    </Answer>
  )
}
