import { Final } from '../../core/errors.ts'
import type { Group } from '../../core/group/shape.ts'

/** Of a group that is not there, is closed, or is by invite and not the reader's. */
export function noGroup(): Final {
  return new Final({
    code: 'group.not-found',
    message: 'There is no such group, or it is by invite.',
    fix: 'Look at the list of groups, or ask one of its moderators for an invite.',
  })
}

/** Of what a role is asked for. */
export function notYours(who: 'moderators' | 'the owner'): Final {
  return new Final({
    code: 'group.role',
    message: `This is for ${who} of the group.`,
    fix: 'Ask one of them to do it.',
  })
}

/** Of somebody who is not in the group. */
export function noSuchMember(): Final {
  return new Final({
    code: 'group.member-not-found',
    message: 'Nobody of this name is in the group.',
    fix: 'Look at the list of its members.',
  })
}

/** What keeps a reader out of a group, and what would let them in. */
export function closedTo({ mine: { standing, role } }: Group): Final {
  if (standing === null)
    return new Final({
      code: 'group.gate',
      message: 'This group is for its members.',
      fix: 'Sign in to see whether you have what it asks for.',
    })
  if (!standing.open)
    return new Final({
      code: 'group.gate',
      message: standing.reason,
      fix: 'Come back when you have it: it counts from the block on that shows it.',
    })
  const message = role === null ? 'You have what this group asks for, and are not in it.' : standing.reason
  return new Final({ code: 'group.gate', message, fix: 'Join it.' })
}

/** Of what a group has as many of as it can have. */
export function tooMany(message: string, fix: string): Final {
  return new Final({ code: 'group.too-many', message, fix })
}
