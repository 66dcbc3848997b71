'use client'
import Link from 'next/link'
import type { Group } from '../../../core/group/shape.ts'
import { accessWords, groupWords, membersText } from '../messages/en-groups.ts'
import { Mark } from '../parts/mark.tsx'
import { tabClass } from '../post/tab.ts'

export type GroupPart = 'feed' | 'alerts' | 'guides' | 'results' | 'members' | 'board' | 'manage'

const parts = ['feed', 'alerts', 'guides', 'results', 'members', 'board'] as const

const partsOf = ({ mine }: Group): GroupPart[] => [
  ...(mine.may.read ? parts : (['feed'] as const)),
  ...(mine.may.moderate ? (['manage'] as const) : []),
]

const hrefOf = ({ slug }: Group, part: GroupPart) => `/groups/${slug}${part === 'feed' ? '' : `/${part}`}`

/** A group's name, what it is, and the way to its parts. */
export function GroupHead({ group, part }: { group: Group; part: GroupPart }) {
  return (
    <header className="grid gap-4 border-b border-rule pb-3">
      <div className="grid gap-3">
        <h1 className="poster wrap-anywhere text-[min(9vw,3.5rem)]">{group.name}</h1>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Mark>{accessWords[group.access]}</Mark>
          <span className="figures text-sm">{membersText(group.members)}</span>
          {group.place !== null && <span className="text-sm">{group.place}</span>}
        </p>
        {part === 'feed' && (
          <p className="max-w-prose wrap-anywhere whitespace-pre-line text-muted">{group.about}</p>
        )}
        {part === 'feed' && group.gate && (
          <p className="wrap-anywhere border-l-4 border-rule pl-3 text-sm">
            {groupWords.asks} <span lang="en">{group.gate.words}</span>
          </p>
        )}
      </div>
      <nav aria-label={groupWords.parts} className="flex flex-wrap gap-x-5">
        {partsOf(group).map((each) => (
          <Link
            key={each}
            href={hrefOf(group, each)}
            prefetch={false}
            aria-current={each === part ? 'page' : undefined}
            className={tabClass}
          >
            {groupWords[each]}
          </Link>
        ))}
      </nav>
    </header>
  )
}
