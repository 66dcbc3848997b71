import { inWords } from '../in-words.ts'

export const words = inWords('drop/address-fields', {
  fullName: 'Full name',
  streetAndNumber: 'Street and number',
  city: 'City',
  state: 'State',
  zipCode: 'ZIP code',
  country: 'Country',
  twoLettersSuchAs: 'Two letters, such as US.',
})
