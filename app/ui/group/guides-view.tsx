'use client'
import Link from 'next/link'
import type { GuideLine } from '../../../core/guide/shape.ts'
import { guideWords } from '../messages/en-guild.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Empty } from '../parts/notice.tsx'
import { GroupFrame } from './group-view.tsx'
import { useGuides } from './kept-hooks.ts'

function Line({ slug, guide }: { slug: string; guide: GuideLine }) {
  return (
    <li className="border-b border-soft">
      <Link
        href={`/groups/${slug}/guides/${guide.slug}`}
        prefetch={false}
        className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 hover:bg-panel"
      >
        <span className="heading min-w-0 wrap-anywhere text-lg">{guide.title}</span>
        <span className="text-sm text-muted">
          {guideWords.version} <span className="figures">{guide.version}</span> {guideWords.by}{' '}
          {guide.by ?? guideWords.nobody} <Ago at={guide.changed_at} />
        </span>
      </Link>
    </li>
  )
}

function Guides({ slug, mayWrite }: { slug: string; mayWrite: boolean }) {
  const write = (
    <Link href={`/groups/${slug}/guides/new`} className={buttonClass('go')}>
      {guideWords.write}
    </Link>
  )
  return (
    <section aria-labelledby="guides" className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div>
          <h2 id="guides" className="heading text-2xl">
            {guideWords.guides}
          </h2>
          <p className="text-muted">{guideWords.what}</p>
        </div>
        {mayWrite && write}
      </div>
      <Answer query={useGuides(slug)} waiting={guideWords.loading}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={guideWords.none}>{mayWrite && <p>{guideWords.noneFix}</p>}</Empty>
          ) : (
            <ul aria-labelledby="guides">
              {items.map((guide) => (
                <Line key={guide.slug} slug={slug} guide={guide} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}

/** A group and its guides. */
export function GuidesView({ slug }: { slug: string }) {
  return (
    <GroupFrame slug={slug} part="guides">
      {({ mine }) => <Guides slug={slug} mayWrite={mine.may.post} />}
    </GroupFrame>
  )
}
