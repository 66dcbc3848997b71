import type { PaymentCard } from '../../core/payment/purpose.ts'

/** The card schemes' own example: of nobody. */
export const testCard: PaymentCard = {
  number: '4111111111111111',
  name: 'Kim Rivera',
  expMonth: 12,
  expYear: 2031,
}
