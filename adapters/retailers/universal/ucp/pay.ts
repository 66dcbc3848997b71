import type { Walk } from '../../adapter.ts'
import { namedWays } from '../payment.ts'
import type { Checkout, Handler, UcpSession } from './shape.ts'

/** How an order is paid over the protocol: with nothing, with what needs no secret, or not at all by SNPD. */
export type UcpPayment =
  | { kind: 'none' }
  | { kind: 'instrument'; label: string; body: object }
  | { kind: 'unpayable' }

const speak = (text: string) => text.replace(/[_.-]+/g, ' ')

function handlersOf(checkout: Checkout, session: UcpSession): readonly Handler[] {
  return checkout.ucp?.payment_handlers ?? checkout.payment?.handlers ?? session.profile.handlers
}

type Instrument = { handler: Handler; type: string }

/**
 * Wallets and tokens belong to the person: SNPD gives no card to an interface. What is paid at the door or later needs
 * none.
 */
export function paymentFor(
  { wishes }: Pick<Walk, 'wishes'>,
  checkout: Checkout,
  session: UcpSession,
): UcpPayment {
  const handlers = handlersOf(checkout, session)
  if (handlers.length === 0) return { kind: 'none' }
  const instruments = handlers.flatMap((handler): Instrument[] =>
    (handler.types.length > 0 ? handler.types : [handler.name]).map((type) => ({ handler, type })),
  )
  const says = ({ handler, type }: Instrument) => speak(`${type} ${handler.name} ${handler.id}`)
  const fitting = namedWays({ wishes }).flatMap(({ way, words }) =>
    instruments.filter((each) => words.test(says(each))).map((each) => ({ ...each, isFree: way !== 'card' })),
  )
  const way = wishes.payment.includes('card') ? fitting[0] : fitting.find(({ isFree }) => isFree)
  if (!way?.isFree) return { kind: 'unpayable' }
  const instrument = { id: 'snpd-1', handler_id: way.handler.id, type: way.type, selected: true }
  return { kind: 'instrument', label: speak(way.type), body: { payment: { instruments: [instrument] } } }
}
