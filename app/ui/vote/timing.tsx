import type { Proposal } from '../../../core/vote/shape.ts'
import { words as texts } from '../messages/vote/timing.ts'
import { Ago } from '../parts/ago.tsx'

/** What happens next, and when, in plain words. */
export function Timing({ proposal }: { proposal: Proposal }) {
  const { state, opens_at, closes_at, ready_at, executed_at } = proposal
  if (state === 'pending')
    return (
      <>
        {texts.whoseVotesCountIs} <Ago at={opens_at} />
      </>
    )
  if (state === 'active')
    return (
      <>
        {texts.closes} <Ago at={closes_at} />
      </>
    )
  if (state === 'succeeded') return <>{texts.itWonSnpdPuts}</>
  if (state === 'queued' && ready_at)
    return (
      <>
        {texts.itWonAndEveryone} <Ago at={ready_at} />
      </>
    )
  if (state === 'canceled') return <>{texts.takenBackNothing}</>
  if (state === 'executed' && executed_at)
    return (
      <>
        {texts.inForceSince} <Ago at={executed_at} />
      </>
    )
  return (
    <>
      {texts.closed} <Ago at={closes_at} />
    </>
  )
}
