'use client'
import type { GroupMonitor } from '../../../core/group/monitor.ts'
import type { Group } from '../../../core/group/shape.ts'
import { useAlerts } from '../live/use-alerts.ts'
import { groupAlertWords } from '../messages/en-guild.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useGroupMonitors, useReadAgain, useTakeAway } from './kept-hooks.ts'
import { MonitorForm } from './monitor-form.tsx'

function Sizes({ stock }: Pick<GroupMonitor, 'stock'>) {
  const there = stock.filter(({ state }) => state === 'in')
  if (there.length === 0) return <p className="text-sm text-muted">{groupAlertWords.noSizes}</p>
  return (
    <ul className="flex flex-wrap gap-2">
      {there.map(({ size }) => (
        <li key={size}>
          <Mark tone="live">{size || groupAlertWords.inStock}</Mark>
        </li>
      ))}
    </ul>
  )
}

/** How the watching goes. */
function Looks({ monitor: { paused, problem, last_ok_at } }: { monitor: GroupMonitor }) {
  if (paused) return <Mark tone="alarm">{groupAlertWords.paused}</Mark>
  return (
    <p className="wrap-anywhere text-sm text-muted">
      {last_ok_at === null ? (
        groupAlertWords.notYet
      ) : (
        <>
          {groupAlertWords.looked} <Ago at={last_ok_at} exact />
        </>
      )}
      {problem !== null && ` · ${problem}`}
    </p>
  )
}

function Row({ slug, monitor, mayStop }: { slug: string; monitor: GroupMonitor; mayStop: boolean }) {
  const stop = useTakeAway(slug, 'monitors', monitor.id)
  const { sneaker, store, url } = monitor
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 border-b border-soft py-3">
      <div className="grid min-w-0 gap-1.5 wrap-anywhere">
        <a href={url} rel="noreferrer nofollow" className="font-semibold underline underline-offset-4">
          {sneaker.brand} {sneaker.name}, {store.name}
        </a>
        <Looks monitor={monitor} />
        <Sizes stock={monitor.stock} />
      </div>
      {mayStop && (
        <Button busy={stop.isPending} onClick={() => stop.mutate()}>
          {groupAlertWords.stop}
        </Button>
      )}
      {stop.error && <ErrorNotice error={stop.error} />}
    </li>
  )
}

function List({ group, items }: { group: Group; items: readonly GroupMonitor[] }) {
  const readAgain = useReadAgain(group.slug, 'alerts', 'monitors')
  const filters = items.map(({ sneaker, store }) => ({ sneaker_id: sneaker.id, store_id: store.id }))
  useAlerts(filters, () => void readAgain())
  if (items.length === 0) return <p className="text-muted">{groupAlertWords.noMonitors}</p>
  return (
    <ul aria-labelledby="monitors">
      {items.map((monitor) => (
        <Row key={monitor.id} slug={group.slug} monitor={monitor} mayStop={group.mine.may.moderate} />
      ))}
    </ul>
  )
}

/** Pages that are watched for the whole group. */
export function MonitorsPart({ group }: { group: Group }) {
  return (
    <section aria-labelledby="monitors" className="grid grid-cols-1 gap-4">
      <h2 id="monitors" className="heading text-2xl">
        {groupAlertWords.monitors}
      </h2>
      <p className="text-muted">{groupAlertWords.monitorsWhat}</p>
      <Answer query={useGroupMonitors(group.slug)} waiting={groupAlertWords.loadingMonitors}>
        {({ items }) => <List group={group} items={items} />}
      </Answer>
      {group.mine.may.moderate && <MonitorForm slug={group.slug} />}
    </section>
  )
}
