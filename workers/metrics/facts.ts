import type { Fact } from '../../adapters/metrics/facts.ts'
import type { WorkFacts } from './read.ts'

const purchaseEnds = ['ordered', 'handover', 'not-ordered', 'unknown', 'dry-run']

function ageOf({ beats, now }: WorkFacts, kind: string): number | null {
  const ages = beats
    .filter(({ component }) => component === kind || component.startsWith(`${kind}:`))
    .map(({ at }) => Math.max(0, now.getTime() - at.getTime()) / 1000)
  return ages.length === 0 ? null : Math.min(...ages)
}

/** Of the relayer's last word; a double has 15 digits of a balance, which is what an alarm needs. */
function fuelOf({ beats }: WorkFacts, name: 'balance' | 'requests_left'): number | null {
  const value = Number(beats.find(({ component }) => component === 'relayer')?.detail[name] ?? Number.NaN)
  return Number.isFinite(value) ? value : null
}

/** A queue that is empty has an age of 0: an alarm on `> 300` must end when the queue does. */
const sinceOf = (seconds: number | null) => seconds ?? 0

const checkouts: readonly Fact<WorkFacts>[] = [
  {
    name: 'snpd_checkout_waiting',
    help: 'Checkouts that no worker has begun',
    read: ({ pool }) => pool.waiting,
  },
  {
    name: 'snpd_checkout_oldest_seconds',
    help: 'Since when the oldest of them waits',
    read: ({ pool }) => sinceOf(pool.oldest_seconds),
  },
  {
    name: 'snpd_checkout_under_way',
    help: 'Checkouts between their first page and their end',
    read: ({ pool }) => pool.under_way,
  },
  {
    name: 'snpd_checkout_dead',
    help: 'Checkouts given up on and not started again (npm run pool)',
    read: ({ pool }) => pool.dead,
  },
  {
    name: 'snpd_checkout_ended',
    help: 'Checkouts that ended within the last hour, by how',
    labels: ['outcome'],
    read: ({ outcomes }) =>
      purchaseEnds.map((outcome) => ({
        labels: { outcome },
        value: outcomes.find(({ state }) => state === outcome)?.count ?? 0,
      })),
  },
]

const alerts: readonly Fact<WorkFacts>[] = [
  {
    name: 'snpd_alerts_behind',
    help: 'Alerts not handed out to channels yet',
    read: ({ deliveries }) => deliveries.behind,
  },
  {
    name: 'snpd_deliveries_waiting',
    help: 'Alerts on their way to a channel',
    read: ({ deliveries }) => deliveries.waiting,
  },
  {
    name: 'snpd_deliveries_oldest_seconds',
    help: 'Since when the oldest waits for a worker alone',
    read: ({ deliveries }) => sinceOf(deliveries.oldest_seconds),
  },
  {
    name: 'snpd_deliveries_dead',
    help: 'Deliveries given up on (npm run deliveries)',
    read: ({ deliveries }) => deliveries.dead,
  },
  {
    name: 'snpd_deliveries_sent',
    help: 'Deliveries sent at once within the last five minutes',
    read: ({ latency }) => latency.sent,
  },
  {
    name: 'snpd_delivery_latency_seconds',
    help: 'From an alert written down to its receiver having it, of those; absent when there were none',
    labels: ['quantile'],
    read: ({ latency }) =>
      [
        { labels: { quantile: '0.5' }, value: latency.p50 },
        { labels: { quantile: '0.99' }, value: latency.p99 },
      ].flatMap(({ labels, value }) => (value === null ? [] : [{ labels, value }])),
  },
  {
    name: 'snpd_monitor_targets',
    help: 'Product pages that are watched',
    read: ({ monitor }) => monitor.targets,
  },
  {
    name: 'snpd_monitor_overdue_seconds',
    help: 'By how much the most overdue of them is',
    read: ({ monitor }) => sinceOf(monitor.oldest_seconds),
  },
]

const chain: readonly Fact<WorkFacts>[] = [
  {
    name: 'snpd_relay_waiting',
    help: "Members' signed calls on their way",
    read: ({ relay }) => relay.waiting,
  },
  {
    name: 'snpd_relay_oldest_seconds',
    help: 'Since when the oldest of them waits',
    read: ({ relay }) => sinceOf(relay.oldest_seconds),
  },
  {
    name: 'snpd_relayer_balance_wei',
    help: 'What the account of RELAYER_KEY holds; absent before its worker ran',
    read: (facts) => fuelOf(facts, 'balance'),
  },
  {
    name: 'snpd_relayer_requests_left',
    help: "How many usual calls that pays for at today's price",
    read: (facts) => fuelOf(facts, 'requests_left'),
  },
  {
    name: 'snpd_worker_silent_seconds',
    help: "Since the last sign of life of a worker's part; of several processes the newest",
    labels: ['part'],
    read: (facts) =>
      ['workers', 'settle', 'relay'].flatMap((part) => {
        const value = ageOf(facts, part)
        return value === null ? [] : [{ labels: { part }, value }]
      }),
  },
]

/** What a worker process tells of the work there is, for the whole installation. */
export const workFacts = [...checkouts, ...alerts, ...chain]
