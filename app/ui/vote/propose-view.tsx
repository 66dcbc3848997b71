'use client'
import type { VoteOptions } from '../../../core/vote/shape.ts'
import { spanText } from '../../../core/vote/words.ts'
import { words as texts } from '../messages/vote/propose-view.ts'
import { Answer } from '../parts/answer.tsx'
import { Karma, karmaText } from '../parts/karma.tsx'
import { OnTheWay } from '../relay/on-the-way.tsx'
import { useVoteOptions } from './hooks.ts'
import { ProposeForm } from './propose-form.tsx'
import { SwitchOn } from './switch-on.tsx'

type Rules = NonNullable<VoteOptions['rules']>

/** What becomes of a proposal, as the contract says it. */
function Course({ rules }: { rules: Rules }) {
  const span = (seconds: number) => spanText(BigInt(seconds))
  return (
    <ol className="grid max-w-prose list-decimal gap-2 pl-5 text-sm">
      <li>
        {texts.itOpens} {span(rules.delay)} {texts.afterYouProposeIt}
      </li>
      <li>
        {texts.membersVoteFor} {span(rules.period)}.
      </li>
      <li>
        {texts.itWinsWithMore} {rules.quorum_percent} {texts.ofAllKarmaEver}
      </li>
      <li>
        {span(rules.timelock)} {texts.afterThatTheProduct}
      </li>
    </ol>
  )
}

function Options({ options }: { options: VoteOptions }) {
  const { rules, wallets } = options
  const able = wallets.filter(({ may_propose }) => may_propose)
  if (!rules) return <p>{texts.theMirrorHasNot}</p>
  return (
    <div className="grid grid-cols-1 gap-8">
      <OnTheWay />
      <Course rules={rules} />
      {able.length === 0 && (
        <p className="border-l-8 border-edge pl-3">
          {texts.proposingTakes} <Karma wei={rules.threshold} /> {texts.earnedAndAVote}{' '}
          {karmaText(wallets[0]?.votes ?? '0')} {texts.karmaOfVotesEarn}
        </p>
      )}
      {able.length === 0 ? <SwitchOn /> : <ProposeForm options={options.options} wallets={able} />}
    </div>
  )
}

/** Proposing: what can change, how far, and what becomes of it. */
export function ProposeView() {
  return (
    <Answer query={useVoteOptions()} waiting={texts.loadingWhatCanChange}>
      {(options) => <Options options={options} />}
    </Answer>
  )
}
