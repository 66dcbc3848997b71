'use client'
import { GroupFrame } from './group-view.tsx'
import { ManagePart } from './manage-part.tsx'

/** A group, for those who answer for it. */
export function ManageView({ slug }: { slug: string }) {
  return (
    <GroupFrame slug={slug} part="manage">
      {(group) => <ManagePart group={group} />}
    </GroupFrame>
  )
}
