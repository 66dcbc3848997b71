import { inWords } from '../in-words.ts'

export const words = inWords('shell/account', {
  signIn: 'Sign in',
  karma: 'karma',
  inYourLedger: 'in your ledger',
  asOf: 'as of',
  block: 'block',
  profileOf: 'Profile of',
})
