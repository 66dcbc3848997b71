'use client'
import type { LogEntry } from '../../../core/moderation/shape.ts'
import { houseRuleWords, logActWords } from '../messages/en-moderation.ts'
import { words } from '../messages/moderation/log-view.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { More } from '../parts/more.tsx'
import { Empty } from '../parts/notice.tsx'
import { useModLog } from './hooks.ts'

const doer = ({ by, automatic }: LogEntry) =>
  by?.username ?? (automatic ? words.byVotesOrA : words.aModeratorWhoLeft)

function Line({ entry }: { entry: LogEntry }) {
  return (
    <li className="grid gap-0.5 border-b border-soft py-3">
      <p className="font-semibold">
        {logActWords[entry.act]}
        {entry.rule && `: ${houseRuleWords[entry.rule].toLowerCase()}`}
      </p>
      {entry.note && <p className="wrap-anywhere">{entry.note}</p>}
      <p className="text-sm text-muted">
        {doer(entry)}, <Ago at={entry.at} />
      </p>
    </li>
  )
}

/** What was done, by whom, and why; never to whom. */
export function LogView() {
  const pages = useModLog()
  return (
    <div>
      <Answer query={pages} waiting={words.loadingTheLog}>
        {({ pages: all }) => {
          const entries = all.flatMap(({ items }) => items)
          if (entries.length === 0)
            return (
              <Empty title={words.nothingYet}>
                <p>{words.nothingWasTakenDown}</p>
              </Empty>
            )
          return (
            <ul aria-label={words.log}>
              {entries.map((entry) => (
                <Line key={entry.id} entry={entry} />
              ))}
            </ul>
          )
        }}
      </Answer>
      <More pages={pages}>{words.olderEntries}</More>
    </div>
  )
}
