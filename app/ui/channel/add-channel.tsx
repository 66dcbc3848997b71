'use client'
import { type FormEvent, useRef } from 'react'
import type { ChannelInput } from '../../../core/channel/shape.ts'
import { asProblem } from '../api/problem.ts'
import { words } from '../messages/channel/add-channel.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useAddChannel } from '../push/hooks.ts'

function read(data: FormData): ChannelInput {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const kind = text('kind') === 'discord' ? 'discord' : 'webhook'
  return { kind, url: text('url'), label: text('label') }
}

/** What signs the webhook's messages: told once, since afterwards nobody here can read it to show it. */
function Secret({ secret }: { secret: string }) {
  return (
    <div role="status" className="grid gap-2 border border-l-8 border-rule p-4">
      <p className="font-semibold">{words.addedKeepItsSigning}</p>
      <code className="figures select-all wrap-anywhere text-sm">{secret}</code>
      <p className="text-sm text-muted">{words.messagesAreSignedBy}</p>
    </div>
  )
}

/** A webhook of one's own, or a Discord channel's. */
export function AddChannel() {
  const add = useAddChannel()
  const form = useRef<HTMLFormElement>(null)
  const fields = add.error ? asProblem(add.error).fields : {}
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    add.mutate(read(new FormData(event.currentTarget)), { onSuccess: () => form.current?.reset() })
  }
  return (
    <div className="grid gap-4">
      <form ref={form} onSubmit={send} className="grid gap-4 sm:grid-cols-2">
        <Choice label={words.kind} name="kind" defaultValue="webhook" error={fields.kind}>
          <option value="webhook">{words.webhook}</option>
          <option value="discord">{words.discordChannel}</option>
        </Choice>
        <Field
          label={words.name}
          name="label"
          required
          maxLength={60}
          placeholder={words.myBot}
          error={fields.label}
        />
        <div className="sm:col-span-2">
          <Field
            label={words.address}
            name="url"
            type="url"
            required
            figures
            maxLength={2000}
            autoComplete="off"
            placeholder={words.https}
            hint={words.itIsKeptSealed}
            error={fields.url}
          />
        </div>
        <Button type="submit" busy={add.isPending} className="justify-self-start">
          {words.addIt}
        </Button>
      </form>
      {add.error && <ErrorNotice error={add.error} />}
      {add.data &&
        (add.data.secret === null ? (
          <p role="status" className="text-sm font-semibold">
            {words.addedSendATest}
          </p>
        ) : (
          <Secret secret={add.data.secret} />
        ))}
    </div>
  )
}
