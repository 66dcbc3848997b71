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

function call({ group, text, by }: Of<'group'>): Words {
  return {
    title: group.name,
    body: by === null ? text : `${by}: ${text}`,
    path: `/groups/${group.slug}/alerts`,
  }
}

function raffle({ raffle_id, state }: Of<'raffle'>): Words {
  const path = `/raffles/${raffle_id}`
  if (state === 'won') return { title: 'You won a raffle', body: 'Say where your prize goes.', path }
  if (state === 'sent') return { title: 'Your prize is on its way', body: 'See where it is.', path }
  return { title: 'Your karma is back', body: 'The raffle came to nothing.', path }
}

function raffleOpen({ raffle_id, title, tier }: Of<'raffle-open'>): Words {
  return {
    title: `A raffle is open: ${title}`,
    body: tier === 0 ? 'Everyone may enter.' : `Your pass of tier ${tier} lets you enter.`,
    path: raffle_id === null ? '/raffles' : `/raffles/${raffle_id}`,
  }
}

const votes: Readonly<Record<Of<'vote'>['state'], Omit<Words, 'path'>>> = {
  open: { title: 'A vote is open', body: 'See what would change, and say for or against.' },
  won: { title: 'A vote was won', body: 'What it changes is in force soon.' },
  lost: { title: 'A vote was lost', body: 'Everything stays as it is.' },
  'in-force': { title: 'Members changed SNPD', body: 'What they voted for is in force.' },
}

const trades: Readonly<Record<Of<'trade'>['state'], Omit<Words, 'path'>>> = {
  offered: { title: 'A trade is offered to you', body: 'Accept, decline, or make another offer.' },
  countered: { title: 'You have another offer', body: 'It is in the place of yours.' },
  accepted: { title: 'Your offer is accepted', body: 'See what comes next.' },
  declined: { title: 'Your offer is declined', body: 'Somebody else may want it.' },
  bonding: { title: 'Their bond is there', body: 'Put up yours within the day, or the trade lapses.' },
  bound: { title: 'Both bonds are there', body: 'Send what you agreed on.' },
  shipped: { title: 'Your pair is on its way', body: 'Say so when you have got it.' },
  disputed: { title: 'Your trade is in dispute', body: 'Say what happened, and show it.' },
  seated: { title: 'A jury wants you', body: 'Look at what both sides say and show, and vote.' },
  ruled: { title: 'A dispute was decided', body: 'See how.' },
  completed: { title: 'Your trade is complete', body: 'Both of you got what was agreed.' },
  'ring-offered': { title: 'A ring of three needs you', body: 'Look at who gives what to whom, and join.' },
  'ring-agreed': { title: 'Your ring of three is agreed', body: 'See which trades came of it.' },
  'ring-off': { title: 'A ring of three was called off', body: 'Nothing was owed.' },
}

function trade({ trade_id, ring_id, state }: Of<'trade'>): Words {
  return { ...trades[state], path: trade_id ? `/trades/${trade_id}` : `/trades/rings/${ring_id}` }
}

function one(alert: Alert): Words {
  if (alert.kind === 'restock') return restock(alert)
  if (alert.kind === 'purchase') return checkout(alert)
  if (alert.kind === 'award')
    return { title: 'Karma arrived', body: 'It is in your ledger.', path: '/ledger' }
  if (alert.kind === 'group') return call(alert)
  if (alert.kind === 'raffle') return raffle(alert)
  if (alert.kind === 'trade') return trade(alert)
  if (alert.kind === 'raffle-open') return raffleOpen(alert)
  if (alert.kind === 'vote') return { ...votes[alert.state], path: `/votes/${alert.proposal_id}` }
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
