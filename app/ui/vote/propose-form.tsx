'use client'
import { useState } from 'react'
import type { VoteOption, VoteOptions } from '../../../core/vote/shape.ts'
import { MOST_REASON, MOST_TITLE } from '../../../core/vote/text.ts'
import { valueText } from '../../../core/vote/words.ts'
import { voteWords } from '../messages/en-votes.ts'
import { Choice, Field } from '../parts/field.tsx'
import { TextBox } from '../post/text-box.tsx'
import { ActButton } from '../relay/act-button.tsx'
import { useOnTheWay } from '../relay/hooks.ts'
import { proposeAct } from './acts.ts'
import { type Draft, emptyDraft, readDraft } from './draft.ts'
import { ValueField } from './value-field.tsx'

type Part = { options: readonly VoteOption[]; draft: Draft; change: (part: Partial<Draft>) => void }

function Group({ label, of }: { label: string; of: readonly VoteOption[] }) {
  return (
    <optgroup label={label}>
      {of.map(({ name, title }) => (
        <option key={name} value={name}>
          {title}
        </option>
      ))}
    </optgroup>
  )
}

function What({ options, draft, change }: Part) {
  const [features, rules] = [
    options.filter(({ name }) => name.startsWith('app.')),
    options.filter(({ name }) => !name.startsWith('app.')),
  ]
  const chosen = options.find(({ name }) => name === draft.name)
  return (
    <Choice
      label={voteWords.knob}
      hint={chosen && `${voteWords.now}: ${valueText(chosen, BigInt(chosen.value))}`}
      value={draft.name}
      onChange={({ target }) => change({ name: target.value, value: '' })}
    >
      <option value="">…</option>
      <Group label={voteWords.features} of={features} />
      <Group label={voteWords.karma} of={rules} />
    </Choice>
  )
}

function Words({ draft, change }: Omit<Part, 'options'>) {
  return (
    <>
      <Field
        label={voteWords.title}
        hint={voteWords.titleHint}
        value={draft.title}
        maxLength={MOST_TITLE}
        onChange={({ target }) => change({ title: target.value })}
      />
      <TextBox
        label={voteWords.reason}
        hint={voteWords.reasonHint}
        rows={5}
        value={draft.reason}
        onText={(reason) => change({ reason: reason.slice(0, MOST_REASON) })}
        error={undefined}
      />
    </>
  )
}

/** One change, why, and the signature that proposes it. */
export function ProposeForm({ options, wallets }: Pick<VoteOptions, 'options' | 'wallets'>) {
  const [draft, setDraft] = useState(emptyDraft)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const wallet = wallets[0]?.wallet ?? ''
  const underway = useOnTheWay(wallet).some(({ call }) => call === 'governor.propose')
  const option = options.find(({ name }) => name === draft.name)
  const { proposal, problem } = readDraft(draft, option)
  return (
    <div className="grid max-w-2xl gap-6">
      <What options={options} draft={draft} change={change} />
      {option && <ValueField option={option} draft={draft} onValue={(value) => change({ value })} />}
      <Words draft={draft} change={change} />
      <ActButton
        verb={voteWords.send}
        from={wallet}
        acts={proposal ? [proposeAct(wallet, proposal)] : []}
        underway={underway}
        instead={!proposal && <p className="border-l-8 border-edge pl-3">{problem ?? voteWords.missing}</p>}
      />
    </div>
  )
}
