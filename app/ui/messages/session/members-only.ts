import { inWords } from '../in-words.ts'

export const words = inWords('session/members-only', {
  lookingForYourSession: 'Looking for your session',
  signInFirst: 'Sign in first',
  signIn: 'Sign in',
})
