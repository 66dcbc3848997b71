'use client'
import { isRelayEnd } from '../../../core/relay/states.ts'
import type { Body } from '../api/shapes.ts'
import { fill } from '../messages/fill.ts'
import { words as texts } from '../messages/relay/follow.ts'
import { useRelays } from './hooks.ts'
import { callWords, relayWords } from './words.ts'

type Relayed = Body<'relayed'>

function Working() {
  return <span aria-hidden className="hexagon hex-pulse size-3 self-center bg-fg" />
}

function Line({ relayed }: { relayed: Relayed }) {
  const { state, problem, tx_hash, block_number } = relayed
  const bad = isRelayEnd(state) && state !== 'done'
  return (
    <li className={`grid gap-1 border p-3 ${bad ? 'border-l-8 border-alarm' : 'border-rule'}`}>
      <span className="flex flex-wrap gap-x-2">
        {!isRelayEnd(state) && <Working />}
        <span className="font-semibold">{callWords(relayed.call)}</span>
        <span>
          {state === 'done' && '✓ '}
          {bad && <span className="text-alarm">✕ </span>}
          {relayWords[state]}
        </span>
      </span>
      {problem && (
        <span className="text-sm">
          {problem.message} {problem.fix}
        </span>
      )}
      {tx_hash && (
        <span className="figures text-xs text-muted">
          {texts.tx} <span title={tx_hash}>{`${tx_hash.slice(0, 8)}…${tx_hash.slice(-6)}`}</span>
          {block_number !== null && fill(texts.block, { block_number })}
        </span>
      )}
    </li>
  )
}

/** What becomes of these acts, as it becomes so. */
export function Follow({ ids }: { ids: readonly string[] }) {
  const items = useRelays().data?.items ?? []
  const followed = ids.flatMap((id) => items.filter((each) => each.id === id))
  return (
    <div role="status">
      {followed.length > 0 && (
        <ul aria-label={texts.onItsWay} className="grid gap-2">
          {followed.map((relayed) => (
            <Line key={relayed.id} relayed={relayed} />
          ))}
        </ul>
      )}
    </div>
  )
}
