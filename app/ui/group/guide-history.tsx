'use client'
import Link from 'next/link'
import type { GuideVersion } from '../../../core/guide/shape.ts'
import { changedIn, guideWords } from '../messages/en-guild.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { More } from '../parts/more.tsx'
import { GroupFrame } from './group-view.tsx'
import { CompareForm, GuideChanges, type TwoVersions } from './guide-changes.tsx'
import { useGuideHistory } from './kept-hooks.ts'

type Props = { slug: string; guide: string; two: TwoVersions | null }

function Version({ href, version }: { href: string; version: GuideVersion }) {
  return (
    <li className="grid gap-1 border-b border-soft py-2">
      <Link
        href={`${href}?version=${version.number}`}
        prefetch={false}
        className="inline-flex min-h-8 flex-wrap items-center gap-x-3 font-semibold underline underline-offset-4"
      >
        {guideWords.version} {version.number}: {version.title}
      </Link>
      <span className="wrap-anywhere text-sm text-muted">
        {guideWords.by} {version.by ?? guideWords.nobody} <Ago at={version.at} />
        {version.note !== null && ` · ${version.note}`}
      </span>
      {version.number > 1 && (
        <Link
          href={`${href}/history?from=${version.number - 1}&to=${version.number}`}
          prefetch={false}
          className="inline-flex min-h-8 items-center justify-self-start text-sm underline underline-offset-4"
        >
          {changedIn(version.number)}
        </Link>
      )}
    </li>
  )
}

function Versions({ slug, guide, two }: Props) {
  const history = useGuideHistory(slug, guide)
  const href = `/groups/${slug}/guides/${guide}`
  return (
    <section aria-labelledby="history" className="grid grid-cols-1 gap-4">
      <h2 id="history" className="heading text-2xl">
        {guideWords.history}
      </h2>
      <Answer query={history} waiting={guideWords.loadingHistory}>
        {({ pages }) => (
          <>
            <CompareForm key={`${two?.from} ${two?.to}`} newest={pages[0]?.items[0]?.number ?? 1} two={two} />
            <ol reversed aria-labelledby="history">
              {pages
                .flatMap(({ items }) => items)
                .map((version) => (
                  <Version key={version.number} href={href} version={version} />
                ))}
            </ol>
            <More pages={history}>{guideWords.more}</More>
          </>
        )}
      </Answer>
    </section>
  )
}

/** Who changed what in a guide. */
export function GuideHistory(props: Props) {
  return (
    <GroupFrame slug={props.slug} part="guides">
      {() => (
        <>
          {props.two && <GuideChanges slug={props.slug} guide={props.guide} {...props.two} />}
          <Versions {...props} />
        </>
      )}
    </GroupFrame>
  )
}
