'use client'
import type { ReactNode } from 'react'
import type { Group } from '../../../core/group/shape.ts'
import { groupWords } from '../messages/en-groups.ts'
import { ReportThing } from '../moderation/report-thing.tsx'
import { Answer } from '../parts/answer.tsx'
import { FeedList } from '../post/feed-list.tsx'
import { GroupHead, type GroupPart } from './group-head.tsx'
import { useGroup } from './hooks.ts'
import { StandingPanel } from './standing-panel.tsx'

type FrameProps = { slug: string; part: GroupPart; children: (group: Group) => ReactNode }

/** A group's head, and what is below it for whoever may read; for everybody else what would let them in. */
export function GroupFrame({ slug, part, children }: FrameProps) {
  return (
    <Answer query={useGroup(slug)} waiting={groupWords.loadingOne}>
      {(group) => (
        <div className="grid grid-cols-1 gap-6">
          <GroupHead group={group} part={part} />
          {(part === 'feed' || !group.mine.may.read) && <StandingPanel group={group} />}
          {group.mine.may.read && children(group)}
          {part === 'feed' && !group.mine.may.own && <ReportThing kind="group" id={group.id} />}
        </div>
      )}
    </Answer>
  )
}

/** A group and its own feed. */
export function GroupView({ slug }: { slug: string }) {
  return (
    <GroupFrame slug={slug} part="feed">
      {({ id }) => (
        <section aria-labelledby="group-posts" className="grid grid-cols-1 gap-4">
          <h2 id="group-posts" className="heading text-2xl">
            {groupWords.posts}
          </h2>
          <FeedList of={{ group: id }} />
        </section>
      )}
    </GroupFrame>
  )
}
