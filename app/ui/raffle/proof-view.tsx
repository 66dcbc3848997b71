'use client'
import { useQuery } from '@tanstack/react-query'
import type { ProofVerdict } from '../../../core/raffle/proof.ts'
import type { RaffleProof } from '../../../core/raffle/shape.ts'
import { browserGet } from '../api/request.ts'
import { Answer } from '../parts/answer.tsx'
import { Mark } from '../parts/mark.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { proofQuery } from './queries.ts'

/** Done in this browser; the mathematics is loaded only here. */
function useVerdict(proof: RaffleProof) {
  return useQuery({
    queryKey: ['verdict', proof.id, proof.drawn.seed, proof.entered.length],
    queryFn: async (): Promise<ProofVerdict> => {
      const { checkProof } = await import('../../../core/raffle/proof.ts')
      return checkProof(proof)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

function Decider({ decider }: Pick<ProofVerdict, 'decider'>) {
  if (decider === 'drand')
    return <p>The signature is that of drand’s public network, whose key this page knows by heart.</p>
  return (
    <p className="border-l-8 border-alarm pl-3">
      The signature is that of another beacon than drand’s public network: whoever has its key knew the
      outcome. That is so on a test chain.
    </p>
  )
}

function Outcome({ verdict }: { verdict: ProofVerdict }) {
  const { differences, winners, decider } = verdict
  if (differences.length > 0)
    return (
      <div role="alert" className="grid gap-3 border border-l-8 border-alarm p-4">
        <p className="heading text-xl">This draw does not check out</p>
        <ul className="grid gap-1">
          {differences.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </div>
    )
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap items-center gap-3">
        <Mark tone="live">Checks out</Mark> Your browser verified the signature and drew again.
      </p>
      <Decider decider={decider} />
      <ol aria-label="Winners, drawn again" className="grid border border-rule">
        {winners.map(({ place, ticket, member }) => (
          <li
            key={place}
            className="figures border-b border-soft px-3 py-2 text-sm wrap-anywhere last:border-b-0"
          >
            {place + 1}. ticket {ticket}, {member}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** What was checked, in the order in which one would. */
function Steps({ proof }: { proof: RaffleProof }) {
  const { created, margin, entered, signature, drawn, beacon, id } = proof
  const code = 'figures text-xs wrap-anywhere text-muted'
  return (
    <ol className="grid list-decimal gap-3 pl-6">
      <li>
        The raffle closed at {new Date(created.closes_at * 1000).toISOString().replace('.000Z', ' UTC')}. The
        first round of the beacon that comes {margin} seconds after that is {created.round}, and the chain was
        told so when the raffle was opened.
      </li>
      <li>
        The beacon’s signature over that round verifies against its public key.
        <p className={code}>signature {signature}</p>
        <p className={code}>key {beacon.public_key}</p>
      </li>
      <li>
        Signature, chain, contract and number give the seed that the chain has.
        <p className={code}>seed {drawn.seed}</p>
        <p className={code}>tx {drawn.tx_hash}</p>
      </li>
      <li>{entered.length} entered, each wallet once, with tickets from 0 on.</li>
      <li>The seed shuffles the tickets; the first ones win, and they are those whom this page names.</li>
      <li>
        Entries, close and seed come from SNPD’s copy of the chain. To ask a node of your own:{' '}
        <code className="figures">npm run verify-raffle -- {id}</code>
      </li>
    </ol>
  )
}

function Checked({ proof }: { proof: RaffleProof }) {
  const verdict = useVerdict(proof)
  return (
    <div className="grid gap-8">
      <section aria-label="Outcome" aria-live="polite">
        {verdict.data ? <Outcome verdict={verdict.data} /> : <Waiting what="Checking the draw" />}
      </section>
      <section aria-labelledby="how" className="grid gap-3">
        <h2 id="how" className="heading text-2xl">
          What was checked
        </h2>
        <Steps proof={proof} />
      </section>
    </div>
  )
}

/** The draw, done again by the reader's own browser. */
export function ProofView({ id }: { id: string }) {
  return (
    <Answer query={useQuery(proofQuery(browserGet, id))} waiting="Loading the proof">
      {(proof) => <Checked proof={proof} />}
    </Answer>
  )
}
