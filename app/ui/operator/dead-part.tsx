'use client'
import type { DeadCheckout, DeadDelivery } from '../../../core/operator/shape.ts'
import { operatorWords } from '../messages/en-operator.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useDeadLetters, useReplayCheckout, useReplayDeliveries, useReplayDelivery } from './queries.ts'

const row = 'grid gap-1.5 border-b border-soft py-3'

/** What can be done about a dead checkout, or why nothing can. */
function CheckoutWay({ dead: { request_id, state, replayed_as } }: { dead: DeadCheckout }) {
  const replay = useReplayCheckout(request_id)
  if (replayed_as !== null) return <p className="text-sm font-medium">{operatorWords.replayed}</p>
  if (state === 'submitting') return <p className="text-sm text-muted">{operatorWords.ordered}</p>
  return (
    <>
      <Button className="justify-self-start" busy={replay.isPending} onClick={() => replay.mutate()}>
        {operatorWords.replay}
      </Button>
      {replay.error && <ErrorNotice error={replay.error} />}
    </>
  )
}

function Checkout({ dead }: { dead: DeadCheckout }) {
  return (
    <li className={row}>
      <p className="flex flex-wrap gap-x-3 font-semibold">
        <span className="wrap-anywhere">
          {dead.slug} {dead.size}
        </span>
        <span>{dead.username ?? operatorWords.left}</span>
        <Ago at={dead.at} className="figures font-normal text-muted" />
      </p>
      <p className="wrap-anywhere text-sm">
        <span className="figures">{dead.code}</span>: {dead.message}
      </p>
      <CheckoutWay dead={dead} />
    </li>
  )
}

function Delivery({ dead }: { dead: DeadDelivery }) {
  const replay = useReplayDelivery(dead.id)
  return (
    <li className={row}>
      <p className="flex flex-wrap gap-x-3 font-semibold">
        <span>{dead.kind}</span>
        <span>{dead.username ?? operatorWords.left}</span>
        <span className="wrap-anywhere">
          {dead.channel === null ? operatorWords.gone : `${dead.channel} ${dead.host ?? ''}`}
        </span>
        <Ago at={dead.ended_at} className="figures font-normal text-muted" />
      </p>
      <p className="wrap-anywhere text-sm">
        <span className="figures">
          {dead.tries} {operatorWords.tries}
        </span>
        : {dead.problem}
      </p>
      {dead.channel !== null && (
        <Button className="justify-self-start" busy={replay.isPending} onClick={() => replay.mutate()}>
          {operatorWords.retry}
        </Button>
      )}
      {replay.error && <ErrorNotice error={replay.error} />}
    </li>
  )
}

function Deliveries({ dead }: { dead: readonly DeadDelivery[] }) {
  const all = useReplayDeliveries()
  if (dead.length === 0) return <p className="text-muted">{operatorWords.none}</p>
  return (
    <>
      <Button className="justify-self-start" busy={all.isPending} onClick={() => all.mutate()}>
        {operatorWords.retryAll}
      </Button>
      {all.error && <ErrorNotice error={all.error} />}
      <ul aria-label={operatorWords.deadDeliveries}>
        {dead.map((one) => (
          <Delivery key={one.id} dead={one} />
        ))}
      </ul>
    </>
  )
}

function Checkouts({ dead }: { dead: readonly DeadCheckout[] }) {
  if (dead.length === 0) return <p className="text-muted">{operatorWords.none}</p>
  return (
    <ul aria-label={operatorWords.deadCheckouts}>
      {dead.map((one) => (
        <Checkout key={one.request_id} dead={one} />
      ))}
    </ul>
  )
}

/** What was given up on, with what stood in its way and the way to begin again. */
export function DeadPart() {
  return (
    <Answer query={useDeadLetters()} waiting={operatorWords.loadingDead}>
      {({ checkouts, deliveries }) => (
        <div className="grid gap-6 sm:grid-cols-2">
          <div className="grid min-w-0 content-start gap-2">
            <h3 className="eyebrow">{operatorWords.deadCheckouts}</h3>
            <Checkouts dead={checkouts} />
          </div>
          <div className="grid min-w-0 content-start gap-2">
            <h3 className="eyebrow">{operatorWords.deadDeliveries}</h3>
            <Deliveries dead={deliveries} />
          </div>
        </div>
      )}
    </Answer>
  )
}
