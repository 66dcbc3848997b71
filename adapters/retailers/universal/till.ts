import type { Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { withoutLetters } from './letter.ts'
import { words } from './words.ts'

/** Nobody has told this shop who buys, and this page does not ask: what says "order" here leads to the till. */
export function isBeforeTill({ facts }: Walk, controls: Control[]): boolean {
  return !facts.buyerTold && !facts.helped && !isTill(controls)
}

/** The page asks who pays or how: a button here that says "buy" may do just that. A form to log in asks neither. */
export function isTill(controls: Control[]): boolean {
  const logins = controls.filter(({ type }) => type === 'password').map(({ form }) => form)
  return withoutLetters(controls).some(
    ({ chrome, type, group, form }) =>
      !chrome && ((type === 'email' && !logins.includes(form)) || words.payment.test(group)),
  )
}
