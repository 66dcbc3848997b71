'use client'
import type { Channel } from '../../../core/channel/shape.ts'
import { words } from '../messages/channel/channel-row.ts'
import { channelWords } from '../messages/en-channels.ts'
import { fill } from '../messages/fill.ts'
import { Ago } from '../parts/ago.tsx'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useRemoveChannel, useTestChannel } from '../push/hooks.ts'

function Last({ channel: { sent_at, problem, ended } }: { channel: Channel }) {
  if (ended)
    return (
      <span className="text-alarm">
        {words.itSaidThatIt} {problem}
      </span>
    )
  if (problem) return <span className="text-alarm">✕ {problem}</span>
  if (sent_at === null) return <span>{words.nothingSentYet}</span>
  return (
    <span>
      {words.tookTheLastOne} <Ago at={sent_at} />
    </span>
  )
}

/** One place that alerts go to: try it, or take it off. */
export function ChannelRow({ channel }: { channel: Channel }) {
  const test = useTestChannel()
  const remove = useRemoveChannel()
  const error = test.error ?? remove.error
  return (
    <li className="grid gap-3 border-b border-soft py-4">
      <div className="grid min-w-0 gap-1 wrap-anywhere">
        <p className="flex flex-wrap items-center gap-2">
          <Mark>{channelWords[channel.kind]}</Mark>
          <span className="font-semibold">{channel.label}</span>
        </p>
        <p className="text-sm text-muted">
          <span className="figures">{channel.host}</span> · <Last channel={channel} />
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          busy={test.isPending}
          onClick={() => test.mutate(channel.id)}
          aria-label={fill(words.sendATestAlert, { label: channel.label })}
        >
          {words.sendATest}
        </Button>
        <Button
          tone="alarm"
          busy={remove.isPending}
          onClick={() => remove.mutate(channel.id)}
          aria-label={fill(words.remove, { label: channel.label })}
        >
          {words.remove2}
        </Button>
        <p role="status" className="text-sm font-semibold">
          {test.data && (test.data.arrived ? `✓ ${test.data.message}` : `✕ ${test.data.message}`)}
        </p>
      </div>
      {error && <ErrorNotice error={error} />}
    </li>
  )
}
