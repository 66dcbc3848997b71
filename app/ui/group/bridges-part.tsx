'use client'
import { type FormEvent, useState } from 'react'
import type { Bridge } from '../../../core/group/bridge.ts'
import { asProblem } from '../api/problem.ts'
import { groupAlertWords } from '../messages/en-guild.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useAddBridge, useBridges, useTakeAway, useTestBridge } from './kept-hooks.ts'

function Row({ slug, bridge }: { slug: string; bridge: Bridge }) {
  const test = useTestBridge(slug, bridge.id)
  const remove = useTakeAway(slug, 'bridges', bridge.id)
  const { label, host, made_by, sent_at, problem } = bridge
  return (
    <li className="grid gap-2 border-b border-soft py-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="min-w-0 wrap-anywhere">
          <span className="font-semibold">{label}</span> {host} · {made_by ?? groupAlertWords.nobody}{' '}
          {sent_at !== null && <Ago at={sent_at} />}
        </span>
        <span className="flex flex-wrap gap-3">
          <Button busy={test.isPending} onClick={() => test.mutate()}>
            {groupAlertWords.test}
          </Button>
          <Button busy={remove.isPending} onClick={() => remove.mutate()}>
            {groupAlertWords.takeDown}
          </Button>
        </span>
      </div>
      <p role="status" className="wrap-anywhere text-sm">
        {test.data?.message ?? problem}
      </p>
      {(test.error ?? remove.error) && <ErrorNotice error={test.error ?? remove.error} />}
    </li>
  )
}

function BridgeForm({ slug }: { slug: string }) {
  const add = useAddBridge(slug)
  const [url, setUrl] = useState('')
  const [label, setLabel] = useState('')
  const { fields } = add.error ? asProblem(add.error) : { fields: undefined }
  const clear = () => {
    setUrl('')
    setLabel('')
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    add.mutate({ url, label }, { onSuccess: clear })
  }
  return (
    <form onSubmit={send} className="grid max-w-2xl gap-4">
      <Field
        label={groupAlertWords.bridgeUrl}
        hint={groupAlertWords.bridgeHint}
        error={fields?.url}
        type="url"
        autoComplete="off"
        value={url}
        required
        maxLength={2_000}
        onChange={({ target }) => setUrl(target.value)}
      />
      <Field
        label={groupAlertWords.bridgeLabel}
        error={fields?.label}
        value={label}
        required
        maxLength={60}
        onChange={({ target }) => setLabel(target.value)}
      />
      {add.error && <ErrorNotice error={add.error} />}
      <Button type="submit" tone="go" busy={add.isPending} className="justify-self-start">
        {groupAlertWords.build}
      </Button>
    </form>
  )
}

/** Discord channels that are told of the group's alerts. */
export function BridgesPart({ slug }: { slug: string }) {
  return (
    <section aria-labelledby="bridges" className="grid grid-cols-1 gap-4">
      <h2 id="bridges" className="heading text-2xl">
        {groupAlertWords.bridges}
      </h2>
      <p className="max-w-prose text-muted">{groupAlertWords.bridgesWhat}</p>
      <Answer query={useBridges(slug)} waiting={groupAlertWords.loadingBridges}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-muted">{groupAlertWords.noBridges}</p>
          ) : (
            <ul aria-labelledby="bridges">
              {items.map((bridge) => (
                <Row key={bridge.id} slug={slug} bridge={bridge} />
              ))}
            </ul>
          )
        }
      </Answer>
      <BridgeForm slug={slug} />
    </section>
  )
}
