import type { RetailAdapter } from '../adapter.ts'
import { add } from './add.ts'
import { address } from './address.ts'
import { advance } from './advance.ts'
import { choose } from './choose.ts'
import { find } from './find.ts'
import { asksPerson, buyPress } from './hand.ts'
import { payment } from './payment.ts'
import { reconcile } from './reconcile.ts'
import { review } from './review.ts'
import { shipping } from './shipping.ts'
import { confirm, submit } from './submit.ts'

/** Buys at a shop it has never seen, by what the web's standards and common words tell it. */
export const universalAdapter: RetailAdapter = {
  name: 'universal',
  walk: { find, choose, add, address, shipping, payment },
  advance,
  review,
  submit,
  confirm,
  asksPerson,
  buyPress,
  reconcile,
}
