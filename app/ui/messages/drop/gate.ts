import { inWords } from '../in-words.ts'

export const words = inWords('drop/gate', {
  ofKarma: '{held} of {required} karma',
  held: 'held',
  asked: 'asked',
  thisDropAsksFor: 'This drop asks for',
  orForAPass: ', or for a pass of tier {tier}',
  signInToSee: '. Sign in to see if you are in.',
  signInToRequest: 'Sign in to request a checkout.',
  thisDropAsksFor2: 'This drop asks for a pass of tier {tier} or higher. Sign in to see if you are in.',
  signIn: 'Sign in',
  reportARestock: 'Report a restock',
  getAPass: 'Get a pass',
  theGate: 'The gate',
  open: 'Open',
  closed: 'Closed',
})
