import { expect, test } from 'vitest'
import { escrowId, type Terms, termsHash, termsText, unixSeconds } from './terms.ts'

const pair = (style_code: string) => ({ style_code, size: '10', condition: 'new' })
const terms: Terms = {
  tradeId: '01890000-0000-7000-8000-000000000001',
  no: 2,
  gives: [
    { username: 'ann', pairs: [pair('B'), pair('A')] },
    { username: 'ben', pairs: [] },
  ],
}

test('the terms are words that both can read', () => {
  expect(termsText(terms)).toBe(
    'SNPD trade 01890000-0000-7000-8000-000000000001, offer 2\nann gives: A size 10 new; B size 10 new\nben gives: nothing',
  )
})

test('the same pairs in another order are the same terms, and any other thing is not', () => {
  const [ann, ben] = terms.gives
  if (!ann || !ben) throw new Error('no terms')
  expect(termsHash({ ...terms, gives: [{ ...ann, pairs: ann.pairs.toReversed() }, ben] })).toBe(
    termsHash(terms),
  )
  for (const other of [{ no: 3 }, { tradeId: terms.tradeId.replace('1', '2') }, { gives: [ben, ann] }])
    expect(termsHash({ ...terms, ...other })).not.toBe(termsHash(terms))
})

test('the contract knows the trade by what it is given, to the second', () => {
  const escrow = {
    ...({ proposer: `0x${'a1'.repeat(20)}`, counterparty: `0x${'b2'.repeat(20)}` } as const),
    ...{ bond: 5n, acceptBy: new Date(1_000_500), confirmBy: new Date(2_000_000) },
    termsHash: termsHash(terms),
  }
  expect(unixSeconds(escrow.acceptBy)).toBe(1000)
  expect(escrowId(escrow)).toBe(escrowId({ ...escrow, acceptBy: new Date(1_000_000) }))
  expect(escrowId(escrow)).not.toBe(escrowId({ ...escrow, acceptBy: new Date(1_001_000) }))
  expect(escrowId(escrow)).not.toBe(escrowId({ ...escrow, bond: 6n }))
})
