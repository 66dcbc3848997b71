'use client'
import { useQuery } from '@tanstack/react-query'
import type { ProofVerdict } from '../../../core/raffle/proof.ts'
import type { RaffleProof } from '../../../core/raffle/shape.ts'
import { browserGet } from '../api/request.ts'
import { words } from '../messages/raffle/proof-view.ts'
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
  if (decider === 'drand') return <p>{words.theSignatureIsThat}</p>
  return <p className="border-l-8 border-alarm pl-3">{words.theSignatureIsThat2}</p>
}

function Outcome({ verdict }: { verdict: ProofVerdict }) {
  const { differences, winners, decider } = verdict
  if (differences.length > 0)
    return (
      <div role="alert" className="grid gap-3 border border-l-8 border-alarm p-4">
        <p className="heading text-xl">{words.thisDrawDoesNot}</p>
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
        <Mark tone="live">{words.checksOut}</Mark> {words.yourBrowserVerifiedThe}
      </p>
      <Decider decider={decider} />
      <ol aria-label={words.winnersDrawnAgain} className="grid border border-rule">
        {winners.map(({ place, ticket, member }) => (
          <li
            key={place}
            className="figures border-b border-soft px-3 py-2 text-sm wrap-anywhere last:border-b-0"
          >
            {place + 1}
            {words.ticket} {ticket}, {member}
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
        {words.theRaffleClosedAt} {new Date(created.closes_at * 1000).toISOString().replace('.000Z', ' UTC')}
        {words.theFirstRoundOf} {margin} {words.secondsAfterThatIs} {created.round}
        {words.andTheChainWas}
      </li>
      <li>
        {words.theBeaconsSignature}
        <p className={code}>
          {words.signature} {signature}
        </p>
        <p className={code}>
          {words.key} {beacon.public_key}
        </p>
      </li>
      <li>
        {words.signatureChainContract}
        <p className={code}>
          {words.seed} {drawn.seed}
        </p>
        <p className={code}>
          {words.tx} {drawn.tx_hash}
        </p>
      </li>
      <li>
        {entered.length} {words.enteredEachWalletOnce}
      </li>
      <li>{words.theSeedShufflesThe}</li>
      <li>
        {words.entriesCloseAndSeed}{' '}
        <code className="figures">
          {words.npmRunVerifyRaffle} {id}
        </code>
      </li>
    </ol>
  )
}

function Checked({ proof }: { proof: RaffleProof }) {
  const verdict = useVerdict(proof)
  return (
    <div className="grid gap-8">
      <section aria-label={words.outcome} aria-live="polite">
        {verdict.data ? <Outcome verdict={verdict.data} /> : <Waiting what={words.checkingTheDraw} />}
      </section>
      <section aria-labelledby="how" className="grid gap-3">
        <h2 id="how" className="heading text-2xl">
          {words.whatWasChecked}
        </h2>
        <Steps proof={proof} />
      </section>
    </div>
  )
}

/** The draw, done again by the reader's own browser. */
export function ProofView({ id }: { id: string }) {
  return (
    <Answer query={useQuery(proofQuery(browserGet, id))} waiting={words.loadingTheProof}>
      {(proof) => <Checked proof={proof} />}
    </Answer>
  )
}
