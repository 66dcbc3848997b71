import type { Proposal } from '../../../core/vote/shape.ts'
import { supportWords } from '../messages/en-votes.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/vote/tally.ts'
import { Karma, karmaText } from '../parts/karma.tsx'
import { share } from './share.ts'

type Voted = Pick<Proposal, 'votes_for' | 'votes_against' | 'votes_abstain' | 'quorum' | 'voters'>

/** One side: a bar of its share of all that was cast, with the number beside it. */
function Side({ name, wei, part, filled }: { name: string; wei: string; part: number; filled: boolean }) {
  return (
    <div className="grid grid-cols-[5rem_minmax(0,1fr)_7rem] items-center gap-3 text-sm">
      <dt className="font-semibold">{name}</dt>
      <dd aria-hidden className="h-4 border border-rule">
        <span className={`block h-full ${filled ? 'bg-fg' : 'hatched'}`} style={{ width: `${part}%` }} />
      </dd>
      <dd className="text-right">
        <Karma wei={wei} />
      </dd>
    </div>
  )
}

/** Whether enough took part, said in karma. */
function quorumText({ votes_for, votes_abstain, quorum }: Voted): string {
  const missing = BigInt(quorum) - BigInt(votes_for) - BigInt(votes_abstain)
  if (missing <= 0n) return fill(words.enoughTookPartKarma, { quorum: karmaText(quorum) })
  return fill(words.moreKarmaMustBe, { missing: karmaText(String(missing)), quorum: karmaText(quorum) })
}

/** How a proposal stands: live, as mirrored. */
export function Tally({ proposal }: { proposal: Voted }) {
  const { votes_for, votes_against, votes_abstain, voters } = proposal
  const of = (wei: string) => share(wei, [votes_for, votes_against, votes_abstain])
  return (
    <div className="grid gap-3">
      <dl className="grid gap-2">
        <Side name={supportWords[1]} wei={votes_for} part={of(votes_for)} filled />
        <Side name={supportWords[0]} wei={votes_against} part={of(votes_against)} filled={false} />
        <Side name={supportWords[2]} wei={votes_abstain} part={of(votes_abstain)} filled={false} />
      </dl>
      <p className="text-sm text-muted">
        <span className="figures">{voters}</span> {voters === 1 ? words.vote : words.votes}.{' '}
        {quorumText(proposal)}
      </p>
    </div>
  )
}
