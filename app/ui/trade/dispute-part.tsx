'use client'
import { type FormEvent, useState } from 'react'
import { type Slashed, slashes } from '../../../core/trade/ruling.ts'
import type { Trade } from '../../../core/trade/shape.ts'
import { actWords, slashedWords, tradeWords } from '../messages/en-trades.ts'
import { Ago } from '../parts/ago.tsx'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { karmaText } from '../parts/karma.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useJurorVote, useRule } from './hooks.ts'
import { namesOf } from './trade-row.tsx'

type Jury = NonNullable<NonNullable<Trade['dispute']>['jury']>

function JuryLine({ jury, trade }: { jury: Jury; trade: Trade }) {
  if (jury.seats === null)
    return (
      <p>
        {tradeWords.jurySoon} <span className="figures">{jury.round}</span>.
      </p>
    )
  if (jury.seats === 0) return <p>{tradeWords.noJury}</p>
  return (
    <p>
      <span className="figures">
        {jury.voted}/{jury.seats}
      </span>{' '}
      {tradeWords.juryVotes}.
      {jury.verdict && (
        <span className="font-semibold">
          {' '}
          {tradeWords.verdict}: {slashedWords(jury.verdict, namesOf(trade))}.
        </span>
      )}
    </p>
  )
}

/** What a juror votes, and a moderator rules. */
function Decide({ trade }: { trade: Trade }) {
  const [slashed, setSlashed] = useState<Slashed>('nobody')
  const vote = useJurorVote(trade.id)
  const rule = useRule(trade.id)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (trade.may.includes('vote')) return vote.mutate(slashed)
    const note = String(new FormData(event.currentTarget).get('note') ?? '').trim()
    rule.mutate({ slashed, note })
  }
  const act = trade.may.includes('vote') ? 'vote' : 'rule'
  if (!trade.may.includes(act)) return null
  const error = vote.error ?? rule.error
  return (
    <form onSubmit={send} className="grid max-w-xl gap-3">
      <Choice
        label={tradeWords.verdict}
        value={slashed}
        onChange={({ target }) => setSlashed(target.value as Slashed)}
      >
        {slashes.map((option) => (
          <option key={option} value={option}>
            {slashedWords(option, namesOf(trade))}
          </option>
        ))}
      </Choice>
      {act === 'rule' && <Field label={tradeWords.note} name="note" required maxLength={500} />}
      <Button type="submit" tone="go" className="justify-self-start" busy={vote.isPending || rule.isPending}>
        {actWords[act]}
      </Button>
      {error && <ErrorNotice error={error} />}
    </form>
  )
}

/** Of a trade that has come to it: the dispute, who decides it, and what was decided. */
export function DisputePart({ trade }: { trade: Trade }) {
  const { dispute, ruling } = trade
  return (
    <section aria-labelledby="dispute" className="grid gap-3 border border-l-8 border-alarm p-4">
      <h2 id="dispute" className="heading text-2xl">
        {ruling ? tradeWords.ruling : tradeWords.dispute}
      </h2>
      {dispute?.jury && <JuryLine jury={dispute.jury} trade={trade} />}
      {dispute && !ruling && (
        <p>
          {tradeWords.until} <Ago at={dispute.rule_by} />
        </p>
      )}
      <Decide trade={trade} />
      {ruling && (
        <p>
          <span className="font-semibold">{slashedWords(ruling.slashed, namesOf(trade))}.</span> {ruling.note}
          {ruling.burned && ruling.burned !== '0' && (
            <span>
              {' '}
              <span className="figures">{karmaText(ruling.burned)}</span> {tradeWords.burned}.
            </span>
          )}
        </p>
      )}
    </section>
  )
}
