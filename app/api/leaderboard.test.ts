import { afterAll, beforeAll, expect, test } from 'vitest'
import { karma } from '../../core/karma/amount.ts'
import { type Leaderboard, leaderboardShape } from '../../core/karma/leaderboard.ts'
import { cityDetailShape } from '../../core/karma/place.ts'
import { countAwards } from '../../db/leaderboard/count.ts'
import { addAward, addStoreAt, placeAt } from '../../test/support/board.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addMember } from '../../test/support/members.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
let ana: Awaited<ReturnType<typeof register>>
beforeAll(async () => {
  web = await startTestWeb()
  ana = await register(web.origin, 'ana')
  const sql = web.db.app
  await addAward(sql, { memberId: ana.id, amount: karma(10), at: new Date(), spot: 'wythe' })
  for (const name of ['ben', 'cleo', 'dan']) {
    const { id } = await addMember(sql, name)
    await addAward(sql, { memberId: id, amount: karma(name.length), at: new Date(), spot: 'court' })
  }
  await countAwards(sql, new Date())
})
afterAll(() => web.close())

const api = (path: string) => `${web.origin}/api${path}`
const board = async (query = '', token?: string): Promise<Leaderboard> =>
  leaderboardShape.parse(await (await ask(api(`/karma/leaderboard${query}`), { token })).json())
const refusal = async (query: string) => problemOf(await ask(api(`/karma/leaderboard${query}`)))

test('anyone reads the board, and a member sees oneself on it', async () => {
  const anonymous = await board()
  expect(anonymous).toMatchObject({ scope: 'overall', cell: null, place: null, since: null, me: null })
  expect(anonymous.items.map(({ rank, username, me }) => [rank, username, me])).toEqual([
    [1, 'ana', false],
    [2, 'cleo', false],
    [3, 'ben', false],
    [3, 'dan', false],
  ])
  const own = await board('?period=week', ana.token)
  expect(own.me).toEqual({ rank: 1, karma: String(karma(10)), listed: true })
  expect(own.items[0]).toMatchObject({ username: 'ana', me: true, streak: 1, badges: ['First find'] })
})

test('a place has its own board and its name', async () => {
  const { city, street } = placeAt('wythe')
  expect(await board(`?scope=street&cell=${street}`)).toMatchObject({
    cell: street,
    place: 'Test Store, Oakland',
    items: [{ username: 'ana' }],
  })
  expect(await board(`?scope=city&cell=${city}`)).toMatchObject({ place: 'Oakland' })
  const nowhere = placeAt('haight')
  expect(await board(`?scope=city&cell=${nowhere.city}`)).toMatchObject({ place: null, items: [] })
})

test('pages follow each other by their cursor', async () => {
  const first = await board('?limit=2')
  const second = await board(`?limit=2&cursor=${first.cursor}`)
  expect([...first.items, ...second.items]).toEqual((await board()).items)
  expect(second.cursor).toBeNull()
})

test('a cell that is none, of another resolution, too many or missing is refused with what to do', async () => {
  const { city, street, door } = placeAt('wythe')
  const cases: [string, string, RegExp][] = [
    ['?scope=city', 'cell.invalid', /needs its cell/],
    [`?cell=${city}`, 'cell.invalid', /has no cell/],
    [`?scope=city&cell=${street}`, 'cell.invalid', /resolution 8, and a city is of 5/],
    [`?scope=street&cell=${door}`, 'cell.invalid', /resolution 9/],
    ['?scope=city&cell=8fffffffffffff7', 'cell.invalid', /not an H3 cell/],
    ['?scope=city&cell=brooklyn', 'input.invalid', /H3 cell such as/],
    ['?scope=planet', 'input.invalid', /scope/],
    ['?period=year', 'input.invalid', /period/],
    ['?limit=0', 'input.invalid', /limit/],
    ['?cursor=forged', 'input.invalid', /cursor/],
  ]
  for (const [query, code, detail] of cases) {
    const problem = await refusal(query)
    expect([query, problem.status, problem.code]).toEqual([query, 422, code])
    expect([query, problem.detail]).toEqual([query, expect.stringMatching(detail)])
    expect(problem.fix).toBeTruthy()
  }
})

test('who asks not to be listed is on no board, and still sees what one has', async () => {
  const zoe = await register(web.origin, 'zoe')
  await addAward(web.db.app, { memberId: zoe.id, amount: karma(50), at: new Date() })
  await countAwards(web.db.app, new Date())
  const listed = () => ask(api('/me/leaderboard'), { token: zoe.token }).then((answer) => answer.json())
  expect(await listed()).toEqual({ listed: true })
  expect((await board()).items[0]?.username).toBe('zoe')
  await ask(api('/me/leaderboard'), { method: 'PUT', body: { listed: false }, token: zoe.token })
  expect(await listed()).toEqual({ listed: false })
  expect(JSON.stringify(await board())).not.toContain('zoe')
  expect((await board('', zoe.token)).me).toEqual({ rank: null, karma: String(karma(50)), listed: false })
  const honours = await (await ask(api('/karma/honours'), { token: zoe.token })).json()
  expect(honours).toMatchObject({ streak: { current: 1, longest: 1, today: true } })
})

test('places are the cities with stores, and a city has its streets', async () => {
  await addStoreAt(web.db.app, 'haight')
  const { items } = await (await ask(api('/karma/places'))).json()
  expect(items.map(({ cell }: { cell: string }) => cell).sort()).toEqual(
    [placeAt('haight').city, placeAt('wythe').city].sort(),
  )
  const brooklyn = placeAt('wythe')
  const city = cityDetailShape.parse(await (await ask(api(`/karma/places/${brooklyn.city}`))).json())
  expect(city).toMatchObject({ cell: brooklyn.city, name: 'Oakland', stores: 4 })
  expect(city.streets.map(({ cell }) => cell).sort()).toEqual(
    [brooklyn.street, placeAt('court').street].sort(),
  )
  const unknown = placeAt('haight').city.replace('283083', '444643')
  expect(await problemOf(await ask(api(`/karma/places/${unknown}`)))).toMatchObject({ code: 'cell.unknown' })
  expect(await problemOf(await ask(api(`/karma/places/${brooklyn.street}`)))).toMatchObject({ status: 422 })
})
