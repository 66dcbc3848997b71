import type { DrawAdapter } from '../adapter.ts'
import { fill } from './fill.ts'
import { find } from './find.ts'
import { reconcile } from './reconcile.ts'
import { advance, review } from './review.ts'
import { confirm, submit } from './submit.ts'

/** Enters a draw it has never seen, by what the web's standards and common words tell it. */
export const universalDrawAdapter: DrawAdapter = {
  name: 'universal',
  ...{ find, fill, advance, review, submit, confirm, reconcile },
}
