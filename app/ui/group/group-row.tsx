import Link from 'next/link'
import type { Group } from '../../../core/group/shape.ts'
import { accessWords, groupRoleWords, groupWords, membersText } from '../messages/en-groups.ts'
import { Mark } from '../parts/mark.tsx'

/** What the reader is to a group, in two words. */
export function StandingMark({ group: { mine } }: { group: Group }) {
  if (mine.role !== null && mine.may.post) return <Mark tone="solid">{groupRoleWords[mine.role]}</Mark>
  if (mine.role !== null) return <Mark tone="alarm">{groupWords.isOut}</Mark>
  return mine.may.join ? <Mark tone="live">{groupWords.canJoin}</Mark> : null
}

/** One group of a list. */
export function GroupRow({ group }: { group: Group }) {
  return (
    <article className="grid gap-2 border border-rule p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="heading wrap-anywhere text-xl">
          <Link
            href={`/groups/${group.slug}`}
            prefetch={false}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {group.name}
          </Link>
        </h3>
        <span className="flex flex-wrap gap-2">
          <Mark>{accessWords[group.access]}</Mark>
          <StandingMark group={group} />
        </span>
      </div>
      <p className="line-clamp-2 wrap-anywhere text-muted">{group.about}</p>
      <p className="figures flex flex-wrap gap-x-4 text-sm">
        <span>{membersText(group.members)}</span>
        {group.place !== null && <span>{group.place}</span>}
      </p>
      {group.gate && (
        <p className="wrap-anywhere border-l-4 border-rule pl-3 text-sm">
          {groupWords.asks} <span lang="en">{group.gate.words}</span>
        </p>
      )}
    </article>
  )
}
