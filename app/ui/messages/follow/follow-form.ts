import { inWords } from '../in-words.ts'

export const words = inWords('follow/follow-form', {
  loadingTheForm: 'Loading the form',
  signInAndWe: 'Sign in, and we tell you the moment a shop has it.',
  signInToFollow: 'Sign in to follow',
})
