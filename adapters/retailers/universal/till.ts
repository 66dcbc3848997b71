import type { Control } from './dom.ts'
import { withoutLetters } from './letter.ts'
import { words } from './words.ts'

/** The page asks who pays or how: a button here that says "buy" may do just that. A form to log in asks neither. */
export function isTill(controls: Control[]): boolean {
  const logins = controls.filter(({ type }) => type === 'password').map(({ form }) => form)
  return withoutLetters(controls).some(
    ({ chrome, type, group, form }) =>
      !chrome && ((type === 'email' && !logins.includes(form)) || words.payment.test(group)),
  )
}
