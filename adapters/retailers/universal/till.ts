import type { Control } from './dom.ts'
import { words } from './words.ts'

/** The page asks who pays or how: a button here that says "buy" may do just that. */
export function isTill(controls: Control[]): boolean {
  return controls.some(
    ({ chrome, type, group }) => !chrome && (type === 'email' || words.payment.test(group)),
  )
}
