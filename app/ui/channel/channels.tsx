'use client'
import { words } from '../messages/channel/channels.ts'
import { Answer } from '../parts/answer.tsx'
import { useChannels } from '../push/hooks.ts'
import { ChannelRow } from './channel-row.tsx'

/** Every place that alerts go to. */
export function Channels() {
  return (
    <Answer query={useChannels()} waiting={words.loadingWhereAlertsGo}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="text-muted">{words.nowhereYetTurnPush}</p>
        ) : (
          <ul aria-label={words.whereAlertsGo} className="border-t border-soft">
            {items.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} />
            ))}
          </ul>
        )
      }
    </Answer>
  )
}
