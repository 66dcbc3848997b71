import { inWords } from '../in-words.ts'

export const words = inWords('happening/when', {
  noHour: '{day}, no hour given',
  fromTo: '{from} to {to}',
})
