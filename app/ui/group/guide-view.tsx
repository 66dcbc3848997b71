'use client'
import Link from 'next/link'
import { useState } from 'react'
import type { Group } from '../../../core/group/shape.ts'
import type { Guide } from '../../../core/guide/shape.ts'
import { guideWords } from '../messages/en-guild.ts'
import { ReportThing } from '../moderation/report-thing.tsx'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button, buttonClass } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { GroupFrame } from './group-view.tsx'
import { GuideBody } from './guide-body.tsx'
import { useEditGuide, useGuide, useRemoveGuide } from './kept-hooks.ts'

type Props = { slug: string; guide: string; version: number | null }

function Remove({ slug, guide }: { slug: string; guide: string }) {
  const [asking, setAsking] = useState(false)
  const remove = useRemoveGuide(slug, guide)
  const gone = () => window.location.assign(`/groups/${slug}/guides`)
  if (!asking)
    return (
      <Button tone="quiet" onClick={() => setAsking(true)}>
        {guideWords.remove}
      </Button>
    )
  return (
    <>
      <Button
        tone="alarm"
        busy={remove.isPending}
        onClick={() => remove.mutate(undefined, { onSuccess: gone })}
      >
        {guideWords.removeSure}
      </Button>
      <Button onClick={() => setAsking(false)}>{guideWords.keep}</Button>
      {remove.error && <ErrorNotice error={remove.error} />}
    </>
  )
}

/** Of an older version: that it is one, and how it becomes the newest again. */
function Old({ slug, guide, mayWrite }: { slug: string; guide: Guide; mayWrite: boolean }) {
  const edit = useEditGuide(slug, guide.slug)
  const { number, title } = guide.version
  const href = `/groups/${slug}/guides/${guide.slug}`
  const restore = () =>
    edit.mutate(
      { title, text: guide.text, base: guide.newest, note: `${guideWords.restoreNote} ${number}` },
      { onSuccess: () => window.location.assign(href) },
    )
  return (
    <div className="flex flex-wrap items-center gap-3 border border-l-8 border-rule p-4">
      <p>{guideWords.old}</p>
      <Link href={href} prefetch={false} className={buttonClass('plain')}>
        {guideWords.newest}
      </Link>
      <Link
        href={`${href}/history?from=${number}&to=${guide.newest}`}
        prefetch={false}
        className={buttonClass('plain')}
      >
        {guideWords.compareNewest}
      </Link>
      {mayWrite && (
        <Button busy={edit.isPending} onClick={restore}>
          {guideWords.restore}
        </Button>
      )}
      {edit.error && <ErrorNotice error={edit.error} />}
    </div>
  )
}

function Acts({ group, guide }: { group: Group; guide: Guide }) {
  const { may } = group.mine
  const href = `/groups/${group.slug}/guides/${guide.slug}`
  return (
    <div className="flex flex-wrap gap-3">
      {may.post && (
        <Link href={`${href}/edit`} prefetch={false} className={buttonClass('go')}>
          {guideWords.edit}
        </Link>
      )}
      <Link href={`${href}/history`} prefetch={false} className={buttonClass('plain')}>
        {guideWords.history}
      </Link>
      {may.moderate && <Remove slug={group.slug} guide={guide.slug} />}
    </div>
  )
}

function Whole({ group, guide }: { group: Group; guide: Guide }) {
  const { number, title, by, at } = guide.version
  return (
    <article aria-labelledby="guide" className="grid grid-cols-1 gap-5">
      <div className="grid gap-1">
        <h2 id="guide" className="heading wrap-anywhere text-3xl">
          {title}
        </h2>
        <p className="text-sm text-muted">
          {guideWords.version} <span className="figures">{number}</span> {guideWords.by}{' '}
          {by ?? guideWords.nobody} <Ago at={at} />
        </p>
      </div>
      {number !== guide.newest && <Old slug={group.slug} guide={guide} mayWrite={group.mine.may.post} />}
      <GuideBody body={guide.body} />
      <Acts group={group} guide={guide} />
      <ReportThing kind="guide" id={guide.id} />
    </article>
  )
}

function One({ group, ...of }: { group: Group } & Omit<Props, 'slug'>) {
  return (
    <Answer query={useGuide({ slug: group.slug, ...of })} waiting={guideWords.loadingOne}>
      {(guide) => <Whole group={group} guide={guide} />}
    </Answer>
  )
}

/** One guide of a group. */
export function GuideView({ slug, ...of }: Props) {
  return (
    <GroupFrame slug={slug} part="guides">
      {(group) => <One group={group} {...of} />}
    </GroupFrame>
  )
}
