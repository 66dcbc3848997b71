'use client'
import { GroupFrame } from './group-view.tsx'
import { MembersPart } from './members-part.tsx'

/** A group and who is in it. */
export function MembersView({ slug }: { slug: string }) {
  return (
    <GroupFrame slug={slug} part="members">
      {(group) => <MembersPart group={group} />}
    </GroupFrame>
  )
}
