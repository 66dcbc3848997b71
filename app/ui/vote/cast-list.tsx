import type { ProposalDetail } from '../../../core/vote/shape.ts'
import { shortAddress } from '../member/short.ts'
import { supportWords, voteWords } from '../messages/en-votes.ts'
import { Ago } from '../parts/ago.tsx'
import { Karma } from '../parts/karma.tsx'

type Cast = ProposalDetail['cast'][number]

/** What the voter said of it: their words and nothing else, so that no link of theirs is one. */
function Said({ reason }: Pick<Cast, 'reason'>) {
  if (reason === '') return null
  if (reason === null) return <p className="text-muted">{voteWords.withheld}</p>
  return (
    <p dir="auto" className="wrap-anywhere max-w-prose">
      {reason}
    </p>
  )
}

/** Who voted how, as the chain tells it: by wallet. */
export function CastList({ cast }: Pick<ProposalDetail, 'cast'>) {
  if (cast.length === 0) return <p className="text-muted">{voteWords.nobody}</p>
  return (
    <ul className="border-t border-rule">
      {cast.map(({ voter, support, weight, cast_at, reason }) => (
        <li key={voter} className="grid gap-1 border-b border-soft py-2 text-sm">
          <div className="flex flex-wrap justify-between gap-x-4">
            <span className="figures" title={voter}>
              {shortAddress(voter)}
            </span>
            <span className="font-semibold">{supportWords[support]}</span>
            <Karma wei={weight} />
            <Ago at={cast_at} />
          </div>
          <Said reason={reason} />
        </li>
      ))}
    </ul>
  )
}
