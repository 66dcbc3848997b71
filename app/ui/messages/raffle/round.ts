import { inWords } from '../in-words.ts'

export const words = inWords('raffle/round', {
  whoDraws: 'Who draws',
  round: 'Round',
  ofAPublicBeacon:
    'of a public beacon, fixed when this raffle was opened. Nobody knows it while you can enter, and nobody can choose another.',
  itWasPublishedAt: 'It was published at ',
  itIsPublishedAt: 'It is published at ',
  prizes: 'prizes',
  openedByTx: '· opened by tx',
})
