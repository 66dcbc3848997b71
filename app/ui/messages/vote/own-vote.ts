import { inWords } from '../in-words.ts'

export const words = inWords('vote/own-vote', {
  itWeighs: 'It weighs',
  youCanCastIt: 'You can cast it as soon as this opens.',
})
