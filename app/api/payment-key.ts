import { Final } from '../../core/errors.ts'

/** The refusal of something sealed to a key that is no longer the one to seal to. */
export function olderKey(): Final {
  return new Final({
    code: 'payment.key',
    message: 'This was sealed to a key that is no longer in use.',
    fix: 'Read GET /api/payment/key again and seal to that one; in the browser, reload the page.',
  })
}
