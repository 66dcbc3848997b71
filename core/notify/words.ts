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

function restock(alert: Of<'restock'>): Words {
  const { restock_id, sneaker, store, size, state, price_minor, currency, confidence } = alert
  const price = price_minor !== null && currency !== null ? [formatMoney(price_minor, currency)] : []
  const ahead = state === 'preorder' ? ['to be ordered ahead'] : []
  const doubt = confidence < 0.5 ? ['not sure yet'] : []
  return {
    // Empty of what comes in no sizes.
    title: `${sneaker.brand} ${sneaker.name}${size && `, size ${size}`}`,
    body: [store.name, ...ahead, ...price, ...doubt].join(' · '),
    // As app/ui/restock/asked.ts writes it: that page says whether it still holds.
    path: `/restocks?restock=${restock_id}`,
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

/** What a press on several opens: the page that all of them are on; restocks before anything else. */
function pathOf(alerts: readonly Alert[]): string {
  const pages = new Set(alerts.map((alert) => one(alert).path.replace(/\?.*$/, '')))
  const [page] = pages
  if (pages.has('/restocks')) return '/restocks'
  return pages.size === 1 && page ? page : '/'
}

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
  return { title: `${alerts.length} alerts`, body: [...lines, ...more].join('\n'), path: pathOf(alerts) }
}

/** When what it tells of was seen or written down; null of a test. */
export function momentOf({ alerts: [first] }: Message): string | null {
  if (!first) return null
  return first.kind === 'restock' ? first.seen_at : first.written_at
}
