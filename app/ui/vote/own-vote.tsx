'use client'
import { useState } from 'react'
import type { OwnVote, Proposal } from '../../../core/vote/shape.ts'
import { MOST_SAID } from '../../../core/vote/text.ts'
import { shortAddress } from '../member/short.ts'
import { standingWords, supportWords, voteWords } from '../messages/en-votes.ts'
import { words } from '../messages/vote/own-vote.ts'
import { Field } from '../parts/field.tsx'
import { Karma } from '../parts/karma.tsx'
import { Mark } from '../parts/mark.tsx'
import { ActButton } from '../relay/act-button.tsx'
import { useOnTheWay } from '../relay/hooks.ts'
import { castAct, type Support } from './acts.ts'

const sides: readonly Support[] = [1, 0, 2]

function Press({ id, vote }: { id: string; vote: OwnVote }) {
  const [reason, setReason] = useState('')
  const underway = useOnTheWay(vote.wallet).some(({ call }) => call.startsWith('governor.castVote'))
  return (
    <div className="grid gap-4">
      <Field
        label={voteWords.say}
        hint={voteWords.sayHint}
        value={reason}
        maxLength={MOST_SAID}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="flex flex-wrap items-start gap-3">
        {sides.map((support) => (
          <ActButton
            key={support}
            verb={supportWords[support]}
            tone={support === 1 ? 'go' : 'plain'}
            from={vote.wallet}
            acts={[castAct({ id, support, reason })]}
            underway={underway}
          />
        ))}
      </div>
    </div>
  )
}

/** One wallet's vote on a proposal: whether it counts, said plainly, and the press that casts it. */
export function OwnVotePart({
  proposal,
  vote,
  several,
}: {
  proposal: Proposal
  vote: OwnVote
  several: boolean
}) {
  const { standing, voted, weight, wallet } = vote
  return (
    <li className="grid gap-3 border border-rule p-4">
      {several && <h3 className="heading text-lg">{shortAddress(wallet)}</h3>}
      <p>
        {standingWords[standing]}{' '}
        {(standing === 'counts' || standing === 'voted') && (
          <>
            {words.itWeighs} <Karma wei={weight} />.
          </>
        )}
      </p>
      {voted !== null && (
        <p>
          <Mark tone="solid">{supportWords[voted]}</Mark>
        </p>
      )}
      {standing === 'counts' && proposal.state === 'active' && <Press id={proposal.id} vote={vote} />}
      {standing === 'counts' && proposal.state === 'pending' && (
        <p className="text-sm text-muted">{words.youCanCastIt}</p>
      )}
    </li>
  )
}
