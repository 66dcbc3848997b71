import { inWords } from '../in-words.ts'

export const words = inWords('checkout/now', {
  seenAMomentAgo: 'Seen a moment ago; payment fields are painted over.',
})
