import { Final } from '../../core/errors.ts'

/** What both a new member and a renamed one are told. */
export function takenName(): Final {
  return new Final({
    code: 'member.username-taken',
    message: 'Another member has this username.',
    fix: 'Choose another username.',
  })
}
