import { expect, test } from 'vitest'
import { countryCode, countryNames } from './country.ts'
import { profileShape } from './profile.ts'
import { stateNames } from './state.ts'

const address = { street: '12 Canal St', city: 'Portland', state: 'OR', zip_code: '97201', country: 'US' }
const profile = { email: 'kim@example.org', first_name: 'Kim', last_name: 'Rivera', address }

test('a profile is read as people write it, and what is missing is named', () => {
  const card = { number: '4539 5787-6362 1486', expiry: '04/31' }
  expect(profileShape.parse({ ...profile, card, hobby: 'shoes' })).toEqual({
    ...profile,
    card: { number: '4539578763621486', expMonth: 4, expYear: 2031 },
    shipping: 'cheapest',
    payment: [],
  })
  const wrong = profileShape.safeParse({
    ...profile,
    email: 'kim',
    address: { ...address, country: 'Atlantis' },
  })
  expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['email', 'address.country'])
})

test.each([
  ['us', 'US'],
  ['United States', 'US'],
  ['germany', 'DE'],
  ['XX', undefined],
  ['Atlantis', undefined],
])('the country %s is %s', (text, code) => {
  expect(countryCode(text)).toBe(code)
})

test('countries and states are known by their other names', () => {
  expect(countryNames('DE')).toEqual(
    expect.arrayContaining(['Germany', 'Deutschland', 'Allemagne', 'ドイツ']),
  )
  expect(stateNames('US', 'Oregon')).toEqual(['OR', 'Oregon'])
  expect(stateNames('US', 'or')).toEqual(['OR', 'Oregon'])
  expect(stateNames('FR', 'Bretagne')).toEqual(['Bretagne'])
})
