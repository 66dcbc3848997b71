import type { Proposal } from '../../../core/vote/shape.ts'
import { Ago } from '../parts/ago.tsx'

/** What happens next, and when, in plain words. */
export function Timing({ proposal }: { proposal: Proposal }) {
  const { state, opens_at, closes_at, ready_at, executed_at } = proposal
  if (state === 'pending')
    return (
      <>
        Whose votes count is fixed when it opens, <Ago at={opens_at} />
      </>
    )
  if (state === 'active')
    return (
      <>
        Closes <Ago at={closes_at} />
      </>
    )
  if (state === 'succeeded') return <>It won. SNPD puts it in line; anybody else can too.</>
  if (state === 'queued' && ready_at)
    return (
      <>
        It won, and everyone can see what comes. It takes effect <Ago at={ready_at} />
      </>
    )
  if (state === 'canceled') return <>Taken back: nothing changes.</>
  if (state === 'executed' && executed_at)
    return (
      <>
        In force since <Ago at={executed_at} />
      </>
    )
  return (
    <>
      Closed <Ago at={closes_at} />
    </>
  )
}
