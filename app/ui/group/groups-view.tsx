'use client'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useMe } from '../api/hooks.ts'
import { cellHere } from '../follow/here.ts'
import { groupWords } from '../messages/en-groups.ts'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { More } from '../parts/more.tsx'
import { Empty, ErrorNotice } from '../parts/notice.tsx'
import { tabClass } from '../post/tab.ts'
import { TabLink } from '../post/tab-link.tsx'
import { type GroupsOf, groupsHref } from './asked.ts'
import { GroupRow } from './group-row.tsx'
import { useGroups } from './hooks.ts'

/** Asks the device where it is; the city cell that it snaps to is all that leaves it. */
function useNearHere() {
  const router = useRouter()
  return useMutation({
    mutationFn: () => cellHere('city'),
    onSuccess: (near) => router.push(groupsHref({ near }), { scroll: false }),
  })
}

function Which({ of }: { of: GroupsOf }) {
  const { data: me } = useMe()
  const near = useNearHere()
  return (
    <div className="grid gap-3">
      <nav aria-label={groupWords.which} className="flex flex-wrap gap-x-5 border-b border-rule">
        <TabLink href={groupsHref({})} current={!of.near && !of.mine}>
          {groupWords.all}
        </TabLink>
        <button
          type="button"
          aria-pressed={of.near !== undefined}
          aria-busy={near.isPending}
          onClick={() => near.mutate()}
          className={tabClass}
        >
          {near.isPending && <span aria-hidden className="hexagon hex-pulse size-3 bg-current" />}
          {groupWords.near}
        </button>
        {me && (
          <TabLink href={groupsHref({ mine: '1' })} current={of.mine === '1'}>
            {groupWords.mine}
          </TabLink>
        )}
      </nav>
      {near.error && <ErrorNotice error={near.error} />}
      <form action="/groups" className="flex flex-wrap items-end gap-3">
        <Field label={groupWords.search} name="q" defaultValue={of.q ?? ''} maxLength={60} />
        <button type="submit" className={buttonClass('plain')}>
          {groupWords.find}
        </button>
      </form>
    </div>
  )
}

function Nothing({ of }: { of: GroupsOf }) {
  return (
    <Empty title={of.mine ? groupWords.noneMine : groupWords.none}>
      <p>{groupWords.noneFix}</p>
      <Link href="/groups/new" className={buttonClass('go')}>
        {groupWords.found}
      </Link>
    </Empty>
  )
}

/** Cook groups, and which of them. */
export function GroupsView({ asked }: { asked: GroupsOf }) {
  const groups = useGroups(asked)
  return (
    <div className="grid grid-cols-1 gap-6">
      <Which of={asked} />
      <Answer query={groups} waiting={groupWords.loading}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <Nothing of={asked} />
          return (
            <section aria-label={groupWords.groups} className="grid grid-cols-1 gap-4">
              <h2 className="sr-only">{groupWords.groups}</h2>
              {items.map((group) => (
                <GroupRow key={group.id} group={group} />
              ))}
              <More pages={groups}>{groupWords.more}</More>
            </section>
          )
        }}
      </Answer>
    </div>
  )
}
