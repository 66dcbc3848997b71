import { Final } from '../../core/errors.ts'
import type { Db } from '../client.ts'
import { passFilters } from '../moderation/pass.ts'

type Said = { memberId: string; texts: readonly string[]; now: Date }

/**
 * Whether a group may be called so, say this, or be left for this reason. What would wait for a moderator as a post is refused
 * here: a name cannot be held back.
 * @throws Final as `passFilters`
 */
export async function requireWords(tx: Db, { texts, ...who }: Said): Promise<void> {
  if ((await passFilters(tx, { ...who, text: texts.join('\n') })) === 'pass') return
  throw new Final({
    code: 'moderation.filtered',
    message: 'Moderators look at such words first, and these would be shown at once.',
    fix: 'Write it in other words.',
  })
}
