import type { Alert } from '../alert/shape.ts'
import { formatMoney } from '../format-money.ts'
import type { Message } from './message.ts'
import { isUrgent } from './wants.ts'

export type Words = {
  title: string
  body: string
  /** Of our own site: what a press opens. */
  path: string
}

type Of<Kind extends Alert['kind']> = Extract<Alert, { kind: Kind }>

/** The list of restocks, narrowed to this one's pair, size and shop: it stands there, with whether it still holds. */
function listed({ sneaker, store, size }: Of<'restock'>): string {
  return `/restocks?${new URLSearchParams({ sneaker: sneaker.id, size, store: store.id })}`
}

function restock(alert: Of<'restock'>): Words {
  const { sneaker, store, size, price_minor, currency, confidence } = alert
  const price = price_minor !== null && currency !== null ? [formatMoney(price_minor, currency)] : []
  const doubt = confidence < 0.5 ? ['not sure yet'] : []
  return {
    title: `${sneaker.brand} ${sneaker.name}, size ${size}`,
    body: [store.name, ...price, ...doubt].join(' · '),
    path: listed(alert),
  }
}

const checkouts: Readonly<Record<string, string>> = {
  review: 'Look at the total and say yes or no.',
  'with-member': 'The shop asks for you: its page waits.',
  ordered: 'It is ordered.',
  handover: 'It is yours to finish at the shop.',
  'not-ordered': 'Nothing was ordered.',
  unknown: 'The order may have gone through: look in your mail.',
  'dry-run': 'The rehearsal is over; nothing was ordered.',
}

function checkout(alert: Of<'purchase'>): Words {
  return {
    title: isUrgent(alert) ? 'Your checkout needs you' : 'Your checkout has ended',
    body: checkouts[alert.state] ?? 'Something changed.',
    path: `/checkouts/${alert.request_id}`,
  }
}

function one(alert: Alert): Words {
  if (alert.kind === 'restock') return restock(alert)
  if (alert.kind === 'purchase') return checkout(alert)
  if (alert.kind === 'award')
    return { title: 'Karma arrived', body: 'It is in your ledger.', path: '/ledger' }
  const { sneaker, store } = alert
  return { title: `${sneaker.brand} ${sneaker.name} is open`, body: store.name, path: '/drops' }
}

const LISTED = 5

/** What a person reads of a message. Pure. */
export function wordsOf({ alerts }: Message): Words {
  const [first, ...others] = alerts
  if (!first)
    return { title: 'SNPD', body: 'A test alert. This is how they look.', path: '/me/notifications' }
  if (others.length === 0) return one(first)
  const lines = alerts.slice(0, LISTED).map((alert) => {
    const { title, body } = one(alert)
    return `${title} · ${body}`
  })
  const more = alerts.length > LISTED ? [`and ${alerts.length - LISTED} more`] : []
  return { title: `${alerts.length} alerts`, body: [...lines, ...more].join('\n'), path: '/restocks' }
}

/** When what it tells of was seen or written down; null of a test. */
export function momentOf({ alerts: [first] }: Message): string | null {
  if (!first) return null
  return first.kind === 'restock' ? first.seen_at : first.written_at
}
