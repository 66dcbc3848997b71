'use client'
import { type FormEvent, useState } from 'react'
import type { NotificationSettings } from '../../../core/member/notifications.ts'
import { asProblem } from '../api/problem.ts'
import { words as texts } from '../messages/member/notifications.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useNotifications, useSaveNotifications } from './hooks.ts'
import { Saved } from './saved.tsx'

const topics = () =>
  [
    ['restocks', texts.restocks, texts.someoneSawAPair],
    ['drops', texts.drops, texts.oneOfWhatYou],
    ['checkouts', texts.checkouts, texts.theAssistantNeedsYou],
    ['karma', texts.karma, texts.itIsMintedYours],
    ['raffles', texts.raffles, texts.oneOpensThatYou],
    ['trades', texts.trades, texts.somebodyOffersAnswers],
    ['votes', texts.votes, texts.aProposalOpensOr],
  ] as const

const paces = {
  get 'at-once'() {
    return texts.atOnce
  },
  get hourly() {
    return texts.gatheredEveryHour
  },
  get daily() {
    return texts.gatheredOnceADay
  },
} as const

function Tick({ name, label, hint, on }: { name: string; label: string; hint: string; on: boolean }) {
  return (
    <label className="flex min-h-14 items-center gap-3 border-b border-soft py-2">
      <input
        type="checkbox"
        name={name}
        defaultChecked={on}
        className="size-6 shrink-0 accent-ink dark:accent-volt"
      />
      <span className="grid">
        <span className="font-semibold">{label}</span>
        <span className="text-sm text-muted">{hint}</span>
      </span>
    </label>
  )
}

const localZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Night hours, by the clock of a place. */
function Quiet({ quiet, errors }: { quiet: NotificationSettings['quiet']; errors: Record<string, string> }) {
  const [on, setOn] = useState(quiet !== null)
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 text-sm font-semibold">{texts.quietHours}</legend>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name="is-quiet"
          checked={on}
          onChange={(event) => setOn(event.currentTarget.checked)}
          className="size-6 shrink-0 accent-ink dark:accent-volt"
        />
        {texts.sendNothingAtNight}
      </label>
      {on && (
        <div className="grid gap-4 sm:grid-cols-3">
          <Field
            label={texts.from}
            name="from"
            type="time"
            required
            figures
            defaultValue={quiet?.from ?? '22:00'}
            error={errors['quiet.from']}
          />
          <Field
            label={texts.to}
            name="to"
            type="time"
            required
            figures
            defaultValue={quiet?.to ?? '07:00'}
            error={errors['quiet.to']}
          />
          <Field
            label={texts.timeZone}
            name="zone"
            required
            defaultValue={quiet?.time_zone ?? localZone()}
            error={errors['quiet.time_zone']}
          />
        </div>
      )}
    </fieldset>
  )
}

/** The settings as the form says them. */
function read(data: FormData): NotificationSettings {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const on = (name: string) => data.has(name)
  return {
    restocks: on('restocks'),
    drops: on('drops'),
    checkouts: on('checkouts'),
    karma: on('karma'),
    raffles: on('raffles'),
    trades: on('trades'),
    votes: on('votes'),
    sizes: text('sizes')
      .split(/[\s,;]+/)
      .filter(Boolean),
    pace: text('pace') as NotificationSettings['pace'],
    quiet: on('is-quiet') ? { from: text('from'), to: text('to'), time_zone: text('zone') } : null,
  }
}

function Form({ settings }: { settings: NotificationSettings }) {
  const save = useSaveNotifications()
  const errors = save.error ? asProblem(save.error).fields : {}
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate(read(new FormData(event.currentTarget)))
  }
  const sizes = Object.entries(errors).find(([path]) => path.startsWith('sizes'))?.[1]
  return (
    <form onSubmit={send} className="grid max-w-2xl gap-6">
      <fieldset>
        <legend className="mb-2 text-sm font-semibold">{texts.tellMeOf}</legend>
        {topics().map(([name, label, hint]) => (
          <Tick key={name} name={name} label={label} hint={hint} on={settings[name]} />
        ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={texts.mySizesUs}
          name="sizes"
          figures
          placeholder="9.5, 10"
          defaultValue={settings.sizes.join(', ')}
          hint={texts.forRestocksEmptyEvery}
          error={sizes}
        />
        <Choice label={texts.how} name="pace" defaultValue={settings.pace}>
          {Object.entries(paces).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Choice>
      </div>
      <Quiet quiet={settings.quiet} errors={errors} />
      {save.error && <ErrorNotice error={save.error} />}
      <div className="flex items-center gap-4">
        <Button type="submit" busy={save.isPending}>
          {texts.saveAlerts}
        </Button>
        <Saved when={save.isSuccess} />
      </div>
    </form>
  )
}

/** What a member wants to hear of. */
export function Notifications() {
  return (
    <Answer query={useNotifications()} waiting={texts.loadingYourAlerts}>
      {(settings) => <Form settings={settings} />}
    </Answer>
  )
}
