import type { Proposal } from '../../../core/vote/shape.ts'
import { voteWords } from '../messages/en-votes.ts'
import { words as texts } from '../messages/vote/changes.ts'
import { Mark } from '../parts/mark.tsx'

type Change = Proposal['changes'][number]

function Effect({ holds }: Pick<Change, 'holds'>) {
  if (holds === null) return null
  return <span className="text-sm text-muted">{holds ? voteWords.holds : voteWords.changed}</span>
}

/** What a proposal does, read from its calls; what nobody of ours can read is said to be so. */
export function Changes({
  proposal: { changes, unread },
}: {
  proposal: Pick<Proposal, 'changes' | 'unread'>
}) {
  return (
    <div className="grid gap-3">
      <ul className="grid gap-2">
        {changes.map((change) => (
          <li key={change.key} className="grid gap-1 border-l-4 border-rule pl-3">
            <span lang="en" className="wrap-anywhere font-semibold">
              {change.words}
            </span>
            <Effect holds={change.holds} />
          </li>
        ))}
      </ul>
      {unread.length > 0 && (
        <div className="grid justify-items-start gap-2 border border-l-8 border-alarm p-3">
          <Mark tone="alarm">{texts.unreadable}</Mark>
          <p className="text-sm">{voteWords.unread}</p>
          <ul className="figures grid gap-1 text-xs">
            {unread.map(({ target, data }) => (
              <li key={`${target} ${data}`} className="wrap-anywhere">
                {target} {data}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
