import { z } from 'zod'
import { sessionCookieShape } from '../checkout/session.ts'
import { Final } from '../errors.ts'
import { entryOutcomeShape } from './outcome.ts'

/** What is known of one member's entry in one draw. */
export const entryRecordShape = z.object({
  /** submitting: the click that enters may have been made; only a look at the shop ends it. */
  state: z.enum(['submitting', 'entered']),
  /** When the fence was raised. */
  at: z.iso.datetime(),
  /** What the draw calls itself. */
  title: z.string(),
  outcome: entryOutcomeShape.nullable(),
  /** The shop's session, to look with; only while submitting, and only where the fence is the member's own disk. */
  cookies: z.array(sessionCookieShape),
})
export type EntryRecord = z.infer<typeof entryRecordShape>

/**
 * What stands between one member and a second entry in one draw. The command line's is a file, the workers' a row; both
 * keep the same promises (test/support/entry-fence.ts).
 */
export type EntryFence = {
  read: () => Promise<EntryRecord | undefined>
  /**
   * Durable when it returns: nobody clicks for this member and draw again.
   * @throws Final `raffle-form.already-entered` when it stands already
   */
  raise: (entry: Pick<EntryRecord, 'title' | 'cookies'>) => Promise<void>
  /**
   * What came of the click. An entry stays for ever; what is unknown stays until a look at the shop tells; anything else
   * takes the fence down, so pass it only when the shop said that there is no entry.
   */
  settle: (outcome: EntryRecord['outcome'] & object) => Promise<void>
}

/** The refusal of a second entry of one member in one draw. */
export function alreadyInDraw(): Final {
  return new Final({
    code: 'raffle-form.already-entered',
    message: 'You are in this draw, or an entry of yours is being sent.',
    fix: 'One entry per member and draw; run it again to hear how it stands.',
  })
}
