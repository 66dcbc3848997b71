import { expect, test } from 'vitest'
import { testCard } from '../../test/support/card.ts'
import { keysForTest } from '../../test/support/keys.ts'
import { fromBase64url, toBase64url } from '../vault/bytes.ts'
import { newPair, seal } from '../vault/hpke.ts'
import { openCard, openCode } from './open.ts'
import { cardPurpose } from './purpose.ts'
import { sealCard, sealCode } from './seal.ts'
import { sealedCardShape, sealedCodeShape } from './shape.ts'

const unreadable = expect.objectContaining({ name: 'Final', code: 'payment.unreadable' })
const bytesOf = ({ key_id, sealed }: { key_id: string; sealed: string }) => ({
  keyId: key_id,
  sealed: fromBase64url(sealed) ?? new Uint8Array(),
})

test('what a browser seals the worker opens, and every card is sealed to one length', async () => {
  const { checkout } = await keysForTest()
  const key = checkout.current()
  const sealed = await sealCard(key, 'ann', testCard)
  expect(await openCard(checkout, 'ann', bytesOf(sealed))).toEqual(testCard)
  const long = { ...testCard, name: 'A'.repeat(100), number: '6'.repeat(19) }
  expect((await sealCard(key, 'ann', long)).sealed).toHaveLength(sealed.sealed.length)
  expect(sealedCardShape.parse({ ...sealed, label: 'blue' })).toEqual({ ...sealed, label: 'blue' })
  const code = await sealCode(key, { memberId: 'ann', requestId: 'r' }, '123')
  expect(sealedCodeShape.parse(code)).toEqual(code)
  expect(await openCode(checkout, { memberId: 'ann', requestId: 'r' }, bytesOf(code))).toBe('123')
})

test('a card opens for its member alone, a code for its request alone, and neither as the other', async () => {
  const { checkout } = await keysForTest()
  const key = checkout.current()
  const card = bytesOf(await sealCard(key, 'ann', testCard))
  const code = bytesOf(await sealCode(key, { memberId: 'ann', requestId: 'r' }, '1234'))
  await expect(openCard(checkout, 'ben', card)).rejects.toEqual(unreadable)
  await expect(openCode(checkout, { memberId: 'ben', requestId: 'r' }, code)).rejects.toEqual(unreadable)
  await expect(openCode(checkout, { memberId: 'ann', requestId: 's' }, code)).rejects.toEqual(unreadable)
  await expect(openCode(checkout, { memberId: 'ann', requestId: 'r' }, card)).rejects.toEqual(unreadable)
  await expect(openCard(checkout, 'ann', code)).rejects.toEqual(unreadable)
})

test('who has only what the web server and the database have cannot open it', async () => {
  const { checkout } = await keysForTest()
  const key = checkout.current()
  const { sealed } = await sealCard(key, 'ann', testCard)
  const stranger = await newPair()
  for (const guess of [key.public_key, stranger.privateKey, toBase64url(new Uint8Array(32).fill(1))]) {
    const opened = openCard({ find: () => guess }, 'ann', bytesOf({ key_id: key.key_id, sealed }))
    await expect(opened).rejects.toEqual(unreadable)
  }
})

test('an error never quotes what was opened', async () => {
  const { checkout } = await keysForTest()
  const key = checkout.current()
  for (const text of ['{"number":"4111111111111111"', '{"number":"4111111111111111","cvc":"987"}']) {
    const sealed = await seal(key.public_key, cardPurpose('ann'), text)
    const error = await openCard(checkout, 'ann', bytesOf({ key_id: key.key_id, sealed })).catch(
      (e: unknown) => e,
    )
    expect(error).toEqual(unreadable)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/4111|987/)
    expect((error as Error).cause).toBeUndefined()
  }
})

test('a label has no digits, and nothing but sealed bytes of the right length is taken', () => {
  const sealed = toBase64url(new Uint8Array(560))
  const good = { key_id: '0123456789abcdef', sealed, label: 'Blue Visa' }
  expect(sealedCardShape.safeParse(good).success).toBe(true)
  const wrong = [
    { label: 'ends in 1111' },
    { label: 'x'.repeat(41) },
    { label: '' },
    { label: '٤١١١' },
    { sealed: toBase64url(new Uint8Array(559)) },
    { sealed: `${sealed.slice(0, -1)}=` },
    { sealed: '4111111111111111' },
    { key_id: 'x' },
    { number: '4111111111111111' },
  ]
  for (const change of wrong) expect(sealedCardShape.safeParse({ ...good, ...change }).success).toBe(false)
})
