import { inWords } from '../in-words.ts'

export const words = inWords('release/release-row', {
  noHourGiven: 'no hour given',
  calledOff: 'Called off',
  manyShops: 'many shops',
  accordingTo: 'According to',
})
