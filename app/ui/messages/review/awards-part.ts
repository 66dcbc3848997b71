import { inWords } from '../in-words.ts'

export const words = inWords('review/awards-part', {
  ofWhom: 'Of whom',
  everyone: 'everyone',
  look: 'Look',
  loadingTheAwards: 'Loading the awards',
  none: 'None.',
  olderAwards: 'Older awards',
})
