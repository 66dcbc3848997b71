'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ProposalDetail } from '../../../core/vote/shape.ts'
import { useMe } from '../api/hooks.ts'
import { shortAddress } from '../member/short.ts'
import { voteWords } from '../messages/en-votes.ts'
import { words } from '../messages/vote/proposal-view.ts'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ActButton } from '../relay/act-button.tsx'
import { useOnTheWay } from '../relay/hooks.ts'
import { OnTheWay } from '../relay/on-the-way.tsx'
import { takeBackAct } from './acts.ts'
import { CastList } from './cast-list.tsx'
import { Changes } from './changes.tsx'
import { useVote } from './hooks.ts'
import { OwnVotePart } from './own-vote.tsx'
import { StateMark } from './state-mark.tsx'
import { SwitchOn } from './switch-on.tsx'
import { Tally } from './tally.tsx'
import { Timing } from './timing.tsx'

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-3">
      <h2 className="heading text-2xl">{title}</h2>
      {children}
    </section>
  )
}

function Mine({ proposal }: { proposal: ProposalDetail }) {
  const { data: me } = useMe()
  if (!me)
    return (
      <Link
        href={`/sign-in?next=/votes/${proposal.id}`}
        className={`${buttonClass('go')} justify-self-start`}
      >
        {voteWords.signIn}
      </Link>
    )
  return (
    <ul className="grid gap-3">
      {proposal.mine.map((vote) => (
        <OwnVotePart key={vote.wallet} proposal={proposal} vote={vote} several={proposal.mine.length > 1} />
      ))}
    </ul>
  )
}

/** For its author, until it opens. */
function TakeBack({ proposal }: { proposal: ProposalDetail }) {
  const { author, state, mine } = proposal
  const underway = useOnTheWay(author).some(({ call }) => call === 'governor.cancel')
  if (state !== 'pending' || !mine.some(({ wallet }) => wallet === author)) return null
  return (
    <div className="grid justify-items-start gap-3">
      <p>{voteWords.takeBackWhat}</p>
      <ActButton
        verb={voteWords.takeBack}
        tone="alarm"
        from={author}
        acts={[takeBackAct(proposal)]}
        underway={underway}
      />
    </div>
  )
}

function Proposal({ proposal }: { proposal: ProposalDetail }) {
  const isOff = proposal.mine.some(({ standing }) => standing === 'off' || standing === 'given')
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHead title={proposal.title}>
        <span className="flex flex-wrap items-center gap-3">
          <StateMark state={proposal.state} />
          <span>
            <Timing proposal={proposal} />
          </span>
        </span>
      </PageHead>
      <OnTheWay />
      <Section title={voteWords.change}>
        <Changes proposal={proposal} />
      </Section>
      <Section title={voteWords.yours}>
        <Mine proposal={proposal} />
        <TakeBack proposal={proposal} />
      </Section>
      <Section title={voteWords.tally}>
        <Tally proposal={proposal} />
      </Section>
      {proposal.reason && (
        <Section title={voteWords.why}>
          <p className="wrap-anywhere max-w-prose whitespace-pre-line">{proposal.reason}</p>
        </Section>
      )}
      <p className="text-sm text-muted">
        {voteWords.author} <span className="figures">{shortAddress(proposal.author)}</span>
      </p>
      <Section title={voteWords.cast}>
        <CastList cast={proposal.cast} />
      </Section>
      {isOff && <SwitchOn />}
    </div>
  )
}

/** One proposal: what it does, how it stands, whether one's vote counts, and who voted how. */
export function ProposalView({ id }: { id: string }) {
  return (
    <Answer query={useVote(id)} waiting={words.loadingTheProposal}>
      {(proposal) => <Proposal proposal={proposal} />}
    </Answer>
  )
}
