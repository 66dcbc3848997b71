import { inWords } from '../in-words.ts'

export const words = inWords('happening/rsvp', {
  doYouCome: 'Do you come?',
  callItOff: 'Call it off',
  whoComes: 'Who comes',
  come: 'come,',
  may: 'may',
  signInToSay: 'Sign in to say that you come',
})
