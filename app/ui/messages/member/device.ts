import { inWords } from '../in-words.ts'

export const words = inWords('member/device', {
  aProgramWithoutA: 'A program without a name',
  on: '{browser} on {system}',
})
