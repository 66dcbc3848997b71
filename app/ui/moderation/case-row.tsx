'use client'
import Link from 'next/link'
import type { ModCase } from '../../../core/moderation/shape.ts'
import { caseCauseWords, caseStateWords, houseRuleWords } from '../messages/en-moderation.ts'
import { caseKindWords } from '../messages/en-reports.ts'
import { words as texts } from '../messages/moderation/case-row.ts'
import { Ago } from '../parts/ago.tsx'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { DecideCase } from './decide-case.tsx'
import { useClaim } from './hooks.ts'

function Quoted({ found }: { found: ModCase }) {
  return (
    <>
      <blockquote className="whitespace-pre-line wrap-anywhere border-l-4 border-rule pl-3">
        {found.quote || texts.itsAuthorLeftThe}
      </blockquote>
      {found.now !== null && (
        <div className="grid gap-1">
          <p className="eyebrow text-muted">{texts.nowSays}</p>
          <blockquote className="whitespace-pre-line wrap-anywhere border-l-4 border-soft pl-3 text-sm">
            {found.now || texts.nothingItWasTaken}
          </blockquote>
        </div>
      )}
      {found.photos.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {found.photos.map(({ id, width, height }) => (
            <li key={id}>
              <a href={`/api/photos/${id}`}>
                {/* biome-ignore lint/performance/noImgElement: it comes from our own API, drawn anew already */}
                <img
                  src={`/api/photos/${id}`}
                  alt={texts.inThePost}
                  width={width}
                  height={height}
                  className="h-28 w-auto"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Reports({ reports }: { reports: ModCase['reports'] }) {
  if (reports.length === 0) return null
  return (
    <ul className="text-sm">
      {reports.map(({ rule, text, at }) => (
        <li key={`${at}${text}`} className="grid gap-0.5 border-b border-soft py-1.5">
          <span className="font-semibold">
            {houseRuleWords[rule]} <Ago at={at} className="font-normal text-muted" />
          </span>
          {text && <span className="wrap-anywhere">{text}</span>}
        </li>
      ))}
    </ul>
  )
}

function Claim({ found }: { found: ModCase }) {
  const claim = useClaim(found.id)
  if (found.state === 'claimed' && !found.claimed?.mine)
    return (
      <p className="text-sm text-muted">
        {found.claimed?.username ?? texts.anotherModerator} {texts.looksAtIt}
      </p>
    )
  return (
    <div className="grid justify-items-start gap-3">
      {claim.error && <ErrorNotice error={claim.error} />}
      {found.claimed?.mine ? (
        <>
          <DecideCase found={found} />
          <Button tone="quiet" busy={claim.isPending} onClick={() => claim.mutate(false)}>
            {texts.giveItBack}
          </Button>
        </>
      ) : (
        <Button busy={claim.isPending} onClick={() => claim.mutate(true)}>
          {texts.takeIt}
        </Button>
      )}
    </div>
  )
}

const whose = ({ author, anonymous }: ModCase) =>
  author?.username ?? (anonymous ? texts.somebodyAnonymous : texts.nobodyWhoIsStill)

/** One case: what was said, what is held against it, and the decision. */
export function CaseRow({ found }: { found: ModCase }) {
  const open = found.state === 'open' || found.state === 'claimed'
  return (
    <li className="grid gap-3 border border-rule p-4" data-case={found.id}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-semibold">
          {caseCauseWords[found.cause]}: {caseKindWords[found.kind]} {texts.by} {whose(found)}
          {found.strikes > 0 && (
            <span className="figures text-muted">
              {' '}
              {texts.strikes} {found.strikes}
            </span>
          )}
        </p>
        <div className="flex gap-2">
          {open && found.hidden && <Mark tone="alarm">{texts.hidden}</Mark>}
          <Mark tone={open ? 'live' : 'plain'}>{caseStateWords[found.state]}</Mark>
        </div>
      </div>
      <Quoted found={found} />
      <Reports reports={found.reports} />
      <p className="flex flex-wrap gap-x-4 text-sm text-muted">
        <Ago at={found.opened_at} />
        {found.path && !found.hidden && (
          <Link href={found.path} className="underline underline-offset-4">
            {texts.seeItInIts}
          </Link>
        )}
      </p>
      {open ? (
        <Claim found={found} />
      ) : (
        <p className="text-sm">
          {found.rule && `${houseRuleWords[found.rule]}: `}
          {found.note}
        </p>
      )}
    </li>
  )
}
