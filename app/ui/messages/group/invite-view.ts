import { inWords } from '../in-words.ts'

export const words = inWords('group/invite-view', {
  signIn: 'Sign in',
})
