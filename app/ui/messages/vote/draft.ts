import { inWords } from '../in-words.ts'

export const words = inWords('vote/draft', {
  thatIsWhatHolds: 'That is what holds now.',
})
