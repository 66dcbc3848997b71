import type { Checkout, Message } from './shape.ts'

export type UcpVerdict =
  | { kind: 'ready' }
  /** A person is due; where, says the shop. */
  | { kind: 'person'; reason: 'review' | 'payment' | 'challenge'; detail: string }
  /** The shop wants something that was not given. */
  | { kind: 'missing'; detail: string }
  /** Nothing to go on with: sold out, cancelled, gone. The page may know better. */
  | { kind: 'over'; detail: string }

const contentOf = (messages: readonly Message[]) =>
  messages
    .map(({ content, code }) => content ?? code ?? '')
    .filter(Boolean)
    .join(' ')

const isGone = ({ code }: Message) => /^(out_of_stock|item_unavailable)$/.test(code ?? '')

function reasonFor(messages: readonly Message[]): 'review' | 'payment' | 'challenge' {
  const codes = messages.map(({ code }) => code ?? '').join(' ')
  if (/captcha|challenge|human|bot|verif/i.test(codes)) return 'challenge'
  return /payment|3ds|three_ds/i.test(codes) ? 'payment' : 'review'
}

/**
 * Who has to do what next. A session that asks for its buyer always goes to the buyer, whatever else stands in it, and so
 * does a notice that has to be shown beside the goods.
 */
export function judgeCheckout({ status, messages }: Checkout): UcpVerdict {
  const errors = messages.filter(({ type }) => type === 'error')
  const asks = errors.filter(({ severity }) => severity?.startsWith('requires_'))
  const notices = messages.filter(({ presentation }) => presentation === 'disclosure')
  if (errors.some(isGone)) return { kind: 'over', detail: contentOf(errors.filter(isGone)) }
  if (status === 'requires_escalation' || asks.length > 0) {
    const said = asks.length > 0 ? asks : errors
    const detail = contentOf(said) || 'The shop asks for you.'
    return { kind: 'person', reason: reasonFor(said), detail }
  }
  if (status === 'canceled') return { kind: 'over', detail: 'The shop closed the checkout.' }
  if (status !== 'ready_for_complete')
    return { kind: 'missing', detail: contentOf(errors) || `The checkout is ${status}.` }
  if (notices.length > 0) return { kind: 'person', reason: 'review', detail: contentOf(notices) }
  return errors.length > 0 ? { kind: 'missing', detail: contentOf(errors) } : { kind: 'ready' }
}

/** All but the total add up to it: a shop whose amounts do not must not be completed by a machine. */
export function addsUp({ totals }: Checkout): boolean {
  const all = totals.filter(({ type }) => type === 'total')
  const sum = totals.filter(({ type }) => type !== 'total').reduce((whole, { amount }) => whole + amount, 0)
  return all.length === 1 && (totals.length === 1 || all[0]?.amount === sum)
}
