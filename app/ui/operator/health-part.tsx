'use client'
import type { HealthLines, Waiting } from '../../../core/operator/shape.ts'
import { secondsText } from '../chart/seconds.ts'
import { componentWords, operatorWords } from '../messages/en-operator.ts'
import { Answer } from '../parts/answer.tsx'
import { Mark } from '../parts/mark.tsx'
import { useHealth, useRelayer } from './queries.ts'

type Component = HealthLines['components'][string]

function Line({ name, component: { status, detail } }: { name: string; component: Component }) {
  return (
    <li className="grid grid-cols-[1fr_auto] items-baseline gap-1 border-b border-soft py-2.5 sm:grid-cols-[9rem_6rem_minmax(0,1fr)]">
      <span className="font-semibold">{componentWords[name] ?? name}</span>
      <span>
        <Mark tone={status === 'ok' ? 'plain' : 'alarm'}>{status}</Mark>
      </span>
      <span className="col-span-2 wrap-anywhere text-sm sm:col-span-1">{detail}</span>
    </li>
  )
}

function told({ waiting, oldest_seconds: oldest }: Waiting): string {
  if (waiting === null) return operatorWords.notKnown
  if (oldest !== null) return `${operatorWords.oldest} ${secondsText(oldest)}`
  return waiting === 0 ? operatorWords.nothingWaits : ''
}

/** How many wait, and how long the oldest does. */
function Queue({ name, queue }: { name: string; queue: Waiting }) {
  return (
    <li className="grid content-start gap-1 border border-rule p-3">
      <span className="eyebrow text-muted">{name}</span>
      <span className="figures text-3xl font-bold">{queue.waiting ?? '?'}</span>
      <span className="text-sm">{told(queue)}</span>
    </li>
  )
}

const waitingOf = (component: Component | undefined): Waiting => ({
  waiting: component?.waiting ?? component?.overdue ?? null,
  oldest_seconds: component?.oldest_seconds ?? null,
})

function Queues({ components }: Pick<HealthLines, 'components'>) {
  const calls = useRelayer().data ?? waitingOf(undefined)
  const { queue, monitor, deliveries } = components
  const names = operatorWords.queueNames
  return (
    <ul aria-label={operatorWords.queues} className="grid grid-cols-2 gap-3 pb-4 sm:grid-cols-4">
      <Queue name={names.checkouts} queue={waitingOf(queue)} />
      <Queue name={names.calls} queue={calls} />
      <Queue name={names.pages} queue={waitingOf(monitor)} />
      <Queue name={names.alerts} queue={waitingOf(deliveries)} />
    </ul>
  )
}

/** Every component, and what waits in its queue. */
export function HealthPart() {
  return (
    <Answer query={useHealth()} waiting={operatorWords.loadingHealth}>
      {({ components }) => (
        <>
          <Queues components={components} />
          <ul aria-label={operatorWords.components}>
            {Object.entries(components).map(([name, component]) => (
              <Line key={name} name={name} component={component} />
            ))}
          </ul>
        </>
      )}
    </Answer>
  )
}
