'use client'
import { useState } from 'react'
import { type GroupRole, mayRemove } from '../../../core/group/role.ts'
import type { Group, GroupMember } from '../../../core/group/shape.ts'
import { groupRoleWords, groupWords, manageWords } from '../messages/en-groups.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/field.tsx'
import { Mark } from '../parts/mark.tsx'
import { More } from '../parts/more.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { ReasonForm } from '../review/reason-form.tsx'
import { useGroupMembers, useRemove, useSetRole } from './hooks.ts'

type OneProps = { slug: string; member: GroupMember; by: GroupRole }

const roleNames = () => Object.entries(groupRoleWords) as [GroupRole, string][]

function RoleChoice({ slug, member }: Omit<OneProps, 'by'>) {
  const set = useSetRole(slug, member.username)
  return (
    <div className="grid gap-2">
      <Choice
        label={`${manageWords.role}: ${member.username}`}
        value={member.role}
        disabled={set.isPending}
        onChange={({ target }) => set.mutate(target.value as GroupRole)}
      >
        {roleNames().map(([role, name]) => (
          <option key={role} value={role}>
            {name}
          </option>
        ))}
      </Choice>
      {set.error && <ErrorNotice error={set.error} />}
    </div>
  )
}

function Remove({ slug, member }: Omit<OneProps, 'by'>) {
  const remove = useRemove(slug, member.username)
  return (
    <ReasonForm
      label={manageWords.removeWhy}
      hint={manageWords.removeHint}
      longest={300}
      error={remove.error}
      onReason={(reason) => remove.mutate(reason)}
    >
      <Button type="submit" tone="alarm" busy={remove.isPending}>
        {manageWords.remove}
      </Button>
    </ReasonForm>
  )
}

/** What a moderator or the owner can do with one member. */
function Acts({ slug, member, by }: OneProps) {
  const [open, setOpen] = useState(false)
  if (!mayRemove(by, member.role)) return null
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">
        {groupWords.manage}
        <span className="sr-only"> {member.username}</span>
      </summary>
      {open && (
        <div className="grid gap-4 border-l-4 border-rule py-2 pl-3">
          {by === 'owner' && <RoleChoice slug={slug} member={member} />}
          <Remove slug={slug} member={member} />
        </div>
      )}
    </details>
  )
}

function Row({ slug, member, by }: Omit<OneProps, 'by'> & { by: GroupRole | null }) {
  const { username, role, joined_at, in: isIn, me } = member
  return (
    <li className="grid gap-1 border-b border-soft py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="wrap-anywhere font-semibold">{username}</span>
        {me && <Mark tone="solid">{groupWords.you}</Mark>}
        {role !== 'member' && <Mark>{groupRoleWords[role]}</Mark>}
        {!isIn && <Mark tone="alarm">{groupWords.outNow}</Mark>}
        <Ago at={joined_at} className="figures text-sm text-muted" />
      </p>
      {by !== null && <Acts slug={slug} member={member} by={by} />}
    </li>
  )
}

/** Who is in the group, and who of them has what it asks for now. */
export function MembersPart({ group }: { group: Group }) {
  const members = useGroupMembers(group.slug)
  const by = group.mine.may.moderate ? group.mine.role : null
  return (
    <section aria-labelledby="group-members" className="grid grid-cols-1 gap-2">
      <h2 id="group-members" className="heading text-2xl">
        {groupWords.members}
      </h2>
      <Answer query={members} waiting={groupWords.loadingMembers}>
        {({ pages }) => (
          <>
            <ul>
              {pages
                .flatMap((page) => page.items)
                .map((member) => (
                  <Row key={member.username} slug={group.slug} member={member} by={by} />
                ))}
            </ul>
            <More pages={members}>{groupWords.moreMembers}</More>
          </>
        )}
      </Answer>
    </section>
  )
}
