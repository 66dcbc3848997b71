'use client'
import Link from 'next/link'
import { isAtLeast } from '../../../core/member/role.ts'
import type { AppealInput, Conduct, ModAppeal } from '../../../core/moderation/shape.ts'
import { useMe } from '../api/hooks.ts'
import { Section } from '../karma/section.tsx'
import { houseRuleWords } from '../messages/en-moderation.ts'
import { operatorWords } from '../messages/en-operator.ts'
import { words } from '../messages/moderation/conduct-view.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { ReasonForm } from '../review/reason-form.tsx'
import { Blocks } from './blocks.tsx'
import { useAppeal, useConduct } from './hooks.ts'

type About = { case_id: string } | { mute_id: string }

function Appeal({ about, appeal }: { about: About; appeal: ModAppeal | null }) {
  const open = useAppeal()
  if (appeal)
    return (
      <p className="text-sm">
        <Mark tone={appeal.state === 'open' ? 'live' : 'plain'}>
          {words.appeal} {appeal.state}
        </Mark>{' '}
        {appeal.answer}
      </p>
    )
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold underline underline-offset-4">
        {words.appeal2}
      </summary>
      <ReasonForm
        label={words.whyItWasWrong}
        hint={words.anotherModeratorReads}
        error={open.error}
        onReason={(text) => open.mutate({ ...about, text } as AppealInput)}
      >
        <Button type="submit" busy={open.isPending}>
          {words.sendTheAppeal}
        </Button>
      </ReasonForm>
    </details>
  )
}

function Removed({ removed }: Pick<Conduct, 'removed'>) {
  if (removed.length === 0) return <p className="text-muted">{words.nothing}</p>
  return (
    <ul aria-label={words.takenDown} className="grid gap-4">
      {removed.map(({ case_id, quote, rule, note, at, strike, appeal }) => (
        <li key={case_id} className="grid gap-2 border border-rule p-4">
          <blockquote className="whitespace-pre-line wrap-anywhere border-l-4 border-rule pl-3">
            {quote}
          </blockquote>
          <p>
            {houseRuleWords[rule]}: {note}
          </p>
          <p className="text-sm text-muted">
            <Ago at={at} />
            {strike &&
              (strike.lifted_at ? (
                words.itsStrikeWasLifted
              ) : (
                <>
                  {' '}
                  {words.aStrikeOver} <Ago at={strike.expires_at} />
                </>
              ))}
          </p>
          <Appeal about={{ case_id }} appeal={appeal} />
        </li>
      ))}
    </ul>
  )
}

function Mutes({ mutes }: Pick<Conduct, 'mutes'>) {
  if (mutes.length === 0) return <p className="text-muted">{words.none}</p>
  return (
    <ul aria-label={words.mutes} className="grid gap-4">
      {mutes.map(({ id, reason, until, lifted_at, appeal }) => (
        <li key={id} className="grid gap-2 border border-rule p-4">
          <p className="wrap-anywhere">{reason}</p>
          <p className="text-sm text-muted">
            {lifted_at ? (
              'lifted'
            ) : (
              <>
                {words.over} <Ago at={until} />
              </>
            )}
          </p>
          <Appeal about={{ mute_id: id }} appeal={appeal} />
        </li>
      ))}
    </ul>
  )
}

/** The log, and for moderators the way to what waits for them. */
function Ways() {
  const { data: me } = useMe()
  const link = 'inline-flex min-h-11 items-center underline underline-offset-4'
  return (
    <p className="flex flex-wrap gap-x-6 text-sm">
      <Link href="/moderation/log" className={link}>
        {words.whatModeratorsDidAll}
      </Link>
      {me && isAtLeast(me.role, 'moderator') && (
        <Link href="/moderation" className={link}>
          {words.moderate}
        </Link>
      )}
      {me && isAtLeast(me.role, 'admin') && (
        <Link href="/operator" className={link}>
          {operatorWords.title}
        </Link>
      )}
    </p>
  )
}

/** Where a member stands with the moderators, and whom the member does not want to see. */
export function ConductView() {
  return (
    <div className="grid max-w-2xl gap-8">
      <Answer query={useConduct()} waiting={words.looking}>
        {({ muted_until, strikes, removed, mutes }) => (
          <>
            <p className="font-semibold">
              {muted_until ? (
                <>
                  {words.youAreMutedYou} <Ago at={muted_until} />.
                </>
              ) : (
                words.youCanWrite
              )}{' '}
              {words.strikesAgainstYou} <span className="figures">{strikes}</span>.
            </p>
            <Section title={words.takenDown}>
              <Removed removed={removed} />
            </Section>
            <Section title={words.mutes}>
              <Mutes mutes={mutes} />
            </Section>
          </>
        )}
      </Answer>
      <Section title={words.whomYouDoNot}>
        <Blocks />
      </Section>
      <Ways />
    </div>
  )
}
