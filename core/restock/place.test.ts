import { expect, test } from 'vitest'
import { placeWords } from './place.ts'

test('a shop is called with its city, and one that is only in the web so', () => {
  expect(placeWords({ name: 'Corner', city: 'Brooklyn', state: 'NY' })).toBe('Corner, Brooklyn, NY')
  expect(placeWords({ name: 'Corner', city: 'Turin', state: '' })).toBe('Corner, Turin')
  expect(placeWords({ name: 'Corner', city: null, state: null })).toBe('Corner, online')
})
