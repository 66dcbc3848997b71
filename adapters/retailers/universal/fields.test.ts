import { expect, test } from 'vitest'
import { type Kind, kindOf } from './fields.ts'

const field = (name: string, hint = '', type = 'text') => ({ autocomplete: '', name, hint, type })

const asked: [string, Kind | undefined][] = [
  ['Straße und Hausnummer', 'street'],
  ['Hausnummer', 'house'],
  ['Indirizzo e numero civico', 'street'],
  ['Numero civico', 'house'],
  ['Street and number', 'street'],
  ['Calle y número', 'street'],
  ['Ulica i numer', 'street'],
  ['Città', 'city'],
  ['Localité / Ville', 'city'],
  ['Código postal *', 'zip'],
  ['Correo electrónico', 'email'],
  ['Imię', 'given'],
  ['الرمز البريدي', 'zip'],
  ['البريد الإلكتروني', 'email'],
  ['Efternamn', 'family'],
  ['E-post', 'email'],
  ['Nome completo', 'name'],
  ['Country code', 'dial'],
  ['Country/Region', 'country'],
  ['State / Province', 'state'],
  ['Address 2 (optional)', undefined],
  ['Codice fiscale (facoltativo)', undefined],
  ['Company name', undefined],
  ['Coupon code', undefined],
]

test.each(asked)('"%s" asks for %s', (name, kind) => {
  expect(kindOf({ ...field(name) } as Parameters<typeof kindOf>[0])).toBe(kind)
})

test('a field without a label is known by its name, and one with a foreign label too', () => {
  expect(kindOf(field('', 'shippingCity') as Parameters<typeof kindOf>[0])).toBe('city')
  expect(kindOf(field('Квартал', 'zip_code') as Parameters<typeof kindOf>[0])).toBe('zip')
})
