'use client'
import { Answer } from '../parts/answer.tsx'
import { useChannels } from '../push/hooks.ts'
import { ChannelRow } from './channel-row.tsx'

/** Every place that alerts go to. */
export function Channels() {
  return (
    <Answer query={useChannels()} waiting="Loading where alerts go">
      {({ items }) =>
        items.length === 0 ? (
          <p className="text-muted">Nowhere yet: turn push on above, or add a webhook.</p>
        ) : (
          <ul aria-label="Where alerts go" className="border-t border-soft">
            {items.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} />
            ))}
          </ul>
        )
      }
    </Answer>
  )
}
