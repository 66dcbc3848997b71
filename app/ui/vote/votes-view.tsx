'use client'
import type { Proposal } from '../../../core/vote/shape.ts'
import { isProposalEnd } from '../../../core/vote/states.ts'
import { voteWords } from '../messages/en-votes.ts'
import { words } from '../messages/vote/votes-view.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/notice.tsx'
import { useVotes } from './hooks.ts'
import { ProposalCard } from './proposal-card.tsx'
import { SwitchOn } from './switch-on.tsx'

function Proposals({ title, of }: { title: string; of: readonly Proposal[] }) {
  if (of.length === 0) return null
  return (
    <section aria-label={title} className="grid gap-3">
      <h2 className="heading text-2xl">{title}</h2>
      <ul className="grid gap-4">
        {of.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} />
        ))}
      </ul>
    </section>
  )
}

/** Open proposals, past ones with what became of them, and whether one's own vote is on. */
export function VotesView() {
  const votes = useVotes()
  return (
    <Answer query={votes} waiting={words.loadingVotes}>
      {({ pages }) => {
        const all = pages.flatMap(({ items }) => items)
        return (
          <div className="grid grid-cols-1 gap-8">
            {all.length === 0 && (
              <Empty title={voteWords.none}>
                <p>{voteWords.noneWhat}</p>
              </Empty>
            )}
            <Proposals title={voteWords.open} of={all.filter(({ state }) => !isProposalEnd(state))} />
            <SwitchOn />
            <Proposals title={voteWords.past} of={all.filter(({ state }) => isProposalEnd(state))} />
            {votes.hasNextPage && (
              <Button
                busy={votes.isFetchingNextPage}
                onClick={() => votes.fetchNextPage()}
                className="justify-self-start"
              >
                {words.olderOnes}
              </Button>
            )}
          </div>
        )
      }}
    </Answer>
  )
}
