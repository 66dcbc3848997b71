import { Final } from '../../core/errors.ts'
import { judgeText, type Verdict } from '../../core/moderation/judge.ts'
import { linksIn } from '../../core/moderation/links.ts'
import type { Db } from '../client.ts'
import { rulesNow } from '../karma/effective.ts'
import { levelOf } from '../karma/standing.ts'
import { filtersNow } from './filters.ts'
import { requireVoice } from './voice.ts'

export type Written = { memberId: string; text: string; now: Date }

function refusal(verdict: Extract<Verdict, { kind: 'refuse' }>): Final {
  if (verdict.why === 'links')
    return new Final({
      code: 'moderation.link',
      message: `At your trust level a text holds ${verdict.limit} ${verdict.limit === 1 ? 'link' : 'links'} at most.`,
      fix: 'Leave the others out. Karma earned and time raise the level.',
    })
  if (verdict.why === 'hidden-link')
    return new Final({
      code: 'moderation.link',
      message: 'A link in your text hides where it leads.',
      fix: 'Give the address that it ends at.',
    })
  return new Final({
    code: 'moderation.filtered',
    message: `Moderators do not let "${verdict.pattern}" through.`,
    fix: 'Write it without that; it counts however it is spelled. A moderator can tell you why.',
  })
}

/**
 * Whether a text may be posted by this member, in the transaction that writes it: `hold` is for `holdPost` once it is
 * there.
 * @throws Final `moderation.muted`, `moderation.filtered`, `moderation.link`
 */
export async function passFilters(tx: Db, { memberId, text, now }: Written): Promise<'pass' | 'hold'> {
  await requireVoice(tx, { memberId, now })
  const filters = await filtersNow(tx)
  const links = linksIn(text)
  // Who posts no link needs no trust for it.
  const level = links.length > 0 ? await levelOf(tx, (await rulesNow(tx)).ruleset, { memberId, now }) : 'new'
  const verdict = judgeText({ text, links, filters, level })
  if (verdict.kind === 'refuse') throw refusal(verdict)
  return verdict.kind
}
