import { expect, test } from 'vitest'
import { entrantOf } from './entrant.ts'

const details = { first_name: 'Kim', last_name: 'Doe', size: '10', stores: ['Pearl District'] }
const address = {
  name: 'K. Doe',
  street: '2 Side',
  city: 'Troy',
  state: 'NY',
  zip_code: '12180',
  country: 'US',
}

test('who enters is the member with the vault’s address, under the name they gave for the form', () => {
  const { buyer, stores, size } = entrantOf({ email: 'kim@example.test', details, address })
  expect(buyer).toEqual({
    ...{ ...address, name: 'Kim Doe', given: 'Kim', family: 'Doe', email: 'kim@example.test' },
  })
  expect([stores, size]).toEqual([['Pearl District'], '10'])
})

test('what was not said is not made up', () => {
  const entrant = entrantOf({ email: '', details, address: null })
  expect(entrant).toMatchObject({ birthDate: null, instagram: null, receive: null, answers: {} })
  expect(entrant.buyer).toMatchObject({ email: '', street: '', zip_code: '' })
  expect('phone' in entrant.buyer).toBe(false)
})
