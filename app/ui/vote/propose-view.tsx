'use client'
import type { VoteOptions } from '../../../core/vote/shape.ts'
import { spanText } from '../../../core/vote/words.ts'
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
      <li>It opens {span(rules.delay)} after you propose it. Whoever earned karma by then can vote.</li>
      <li>Members vote for {span(rules.period)}.</li>
      <li>
        It wins with more karma for than against, when {rules.quorum_percent} % of all karma ever earned is
        for it or abstains.
      </li>
      <li>{span(rules.timelock)} after that, the product changes by itself.</li>
    </ol>
  )
}

function Options({ options }: { options: VoteOptions }) {
  const { rules, wallets } = options
  const able = wallets.filter(({ may_propose }) => may_propose)
  if (!rules) return <p>The mirror has not read the rules of votes yet. Try again in a moment.</p>
  return (
    <div className="grid grid-cols-1 gap-8">
      <OnTheWay />
      <Course rules={rules} />
      {able.length === 0 && (
        <p className="border-l-8 border-edge pl-3">
          Proposing takes <Karma wei={rules.threshold} /> earned and a vote that is switched on; yours has{' '}
          {karmaText(wallets[0]?.votes ?? '0')} karma of votes. Earn some more, or ask a member who has
          enough.
        </p>
      )}
      {able.length === 0 ? <SwitchOn /> : <ProposeForm options={options.options} wallets={able} />}
    </div>
  )
}

/** Proposing: what can change, how far, and what becomes of it. */
export function ProposeView() {
  return (
    <Answer query={useVoteOptions()} waiting="Loading what can change">
      {(options) => <Options options={options} />}
    </Answer>
  )
}
