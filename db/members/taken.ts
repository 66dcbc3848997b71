import { Final } from '../../core/errors.ts'

/** What both a new member and a renamed one are told. */
export function takenName(): Final {
  return new Final({
    code: 'member.username-taken',
    message: 'Another member has this username.',
    fix: 'Choose another username.',
  })
}

/** The same of an email. */
export function takenEmail(): Final {
  return new Final({
    code: 'member.email-taken',
    message: 'A member with this email is here already.',
    fix: 'Sign in with the password of that member, or use another email.',
  })
}
