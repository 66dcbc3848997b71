import { inWords } from '../in-words.ts'

export const words = inWords('parts/ago', {
  ago: '{s} s ago',
  inMoments: 'in moments',
  justNow: 'just now',
})
