import { inWords } from '../in-words.ts'

export const words = inWords('member/confirmed', {
  firstIsItYou: 'First, is it you?',
  itCountsForTen: 'It counts for ten minutes.',
  confirm: 'Confirm',
  lookingForYourLast: 'Looking for your last proof',
})
