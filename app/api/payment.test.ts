import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCheckoutPair } from '../../adapters/keys/files.ts'
import { uuidv7 } from '../../core/id.ts'
import { openCard } from '../../core/payment/open.ts'
import { sealCard, sealCode } from '../../core/payment/seal.ts'
import { paymentKeyShape, paymentShape } from '../../core/payment/shape.ts'
import { sealedCardOf } from '../../db/vault/payment.ts'
import { testCard } from '../../test/support/card.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addCatalog } from '../../test/support/members.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
let ann: Awaited<ReturnType<typeof register>>

beforeAll(async () => {
  web = await startTestWeb()
  ann = await register(web.origin, 'ann')
})
afterAll(() => web.close())

const at = (path: string) => `${web.origin}/api${path}`
const key = async () => paymentKeyShape.parse(await (await ask(at('/payment/key'))).json())
const put = (body: unknown, token = ann.token) => ask(at('/me/payment'), { method: 'PUT', body, token })
const sealed = async (member = ann.id) => ({
  ...(await sealCard(await key(), member, testCard)),
  label: 'Blue',
})

test('sealed details are kept, shown by their label alone, opened by a worker, and forgotten when asked', async () => {
  const none = await ask(at('/me/payment'), { token: ann.token })
  expect(await problemOf(none)).toMatchObject({ status: 404, code: 'payment.not-found' })

  const kept = paymentShape.strict().parse(await (await put(await sealed())).json())
  expect(kept).toMatchObject({ label: 'Blue', older_key: false })
  expect(await (await ask(at('/me/payment'), { token: ann.token })).json()).toEqual(kept)
  const row = await sealedCardOf(web.db.app, ann.id)
  expect(row && (await openCard(web.vaultKeys.checkout, ann.id, row))).toEqual(testCard)

  const gone = await ask(at('/me/payment'), { method: 'DELETE', token: ann.token })
  expect(gone.status).toBe(204)
  expect(await sealedCardOf(web.db.app, ann.id)).toBeUndefined()
})

test('another member sees nothing of them, a stranger less', async () => {
  await put(await sealed())
  const ben = await register(web.origin, 'ben')
  expect((await ask(at('/me/payment'), { token: ben.token })).status).toBe(404)
  expect((await ask(at('/me/payment'))).status).toBe(401)
  expect((await ask(at('/me/payment'), { method: 'PUT', body: await sealed() })).status).toBe(401)
})

test('anything that is not sealed is refused: a card as it is, other fields, a label with digits', async () => {
  const good = await sealed()
  expect(await problemOf(await put({ ...good, label: 'Visa 4111 1111 1111 1111' }))).toMatchObject({
    status: 422,
    code: 'input.card-number',
  })
  for (const change of [
    { label: 'ends in 1111' },
    { sealed: good.sealed.slice(4) },
    { cvc: '987' },
    { name: 'K' },
  ])
    expect(await problemOf(await put({ ...good, ...change }))).toMatchObject({ code: 'input.invalid' })
})

test('the answer of GET /me and of every other route of the member never names them', async () => {
  await put(await sealed())
  for (const path of ['/me', '/purchase-requests', '/me/payment']) {
    const text = await (await ask(at(path), { token: ann.token })).text()
    expect(text).not.toMatch(/"sealed|payment_info|4111/)
  }
})

test('after the key was changed, what was sealed to the older one is refused and what is kept says so', async () => {
  await put(await sealed())
  const older = await sealed()
  const before = await key()
  const id = await addCheckoutPair(web.vaultKeys.files)
  expect(await key()).toMatchObject({ key_id: id })
  expect(await problemOf(await put(older))).toMatchObject({ status: 409, code: 'payment.key' })
  const kept = await (await ask(at('/me/payment'), { token: ann.token })).json()
  expect(kept).toMatchObject({ key_id: before.key_id, older_key: true })
})

test('a code comes with the id it was sealed for, made about now, and sealed to the key in use', async () => {
  const { sneakerId, storeId } = await addCatalog(web.db.app)
  const drop_id = uuidv7()
  await web.db.app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${drop_id}, 'd', 'D', ${sneakerId}, ${storeId}, 'https://shop.example/p', 1, 'USD', '{9}', now())`
  const shipping = {
    name: 'A',
    street: '1 Main',
    city: 'Troy',
    state: 'NY',
    zip_code: '12180',
    country: 'US',
  }
  const terms = { drop_id, size: '9', max_total_minor: 2, currency: 'USD', shipping }
  const buy = async (id: string | undefined, change: object = {}) => {
    const code = await sealCode(await key(), { memberId: ann.id, requestId: id ?? '' }, '987')
    return ask(at('/purchase-requests'), {
      body: { ...terms, ...(id ? { id } : {}), sealed_code: { ...code, ...change } },
      token: ann.token,
    })
  }
  expect(await problemOf(await buy(undefined))).toMatchObject({ status: 422, code: 'checkout.id' })
  const late = uuidv7(Date.now() - 2 * 24 * 3_600_000)
  expect(await problemOf(await buy(late))).toMatchObject({ code: 'checkout.id' })
  const other = await buy(uuidv7(), { key_id: '0123456789abcdef' })
  expect(await problemOf(other)).toMatchObject({ code: 'payment.key' })
  const id = uuidv7()
  const made = await buy(id)
  expect(made.status).toBe(201)
  const text = await made.text()
  expect(JSON.parse(text)).toMatchObject({ id })
  expect(text).not.toContain('sealed')
  expect(await problemOf(await buy(id))).toMatchObject({ code: 'checkout.id' })
})
