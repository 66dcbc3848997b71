import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { z } from 'zod'
import { uuidv7 } from '../../core/id.ts'
import { logOptions } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import { shareMonitor } from '../../db/group-monitors/share.ts'
import { makeGuide } from '../../db/guides/write.ts'
import { announceHappening } from '../../db/happenings/write.ts'
import { setRole } from '../../db/members/role.ts'
import { findNamed } from '../../db/moderation/mute.ts'
import { addTarget } from '../../db/monitor/target.ts'
import { storePlace } from '../../db/places/place.ts'
import { createPost } from '../../db/posts/create.ts'
import { addRestockPhoto } from '../../db/restocks/photo.ts'
import { reportRestock } from '../../db/restocks/report.ts'
import { noteResult } from '../../db/results/note.ts'
import { answerZero, takeAll } from '../support/forwarder.ts'
import { addFounder, found } from '../support/groups.ts'
import { ask, signedIn } from '../support/http.ts'
import { addCatalog, addMember, randomAddress } from '../support/members.ts'
import { storedPhoto } from '../support/photo.ts'
import { addProposal } from '../support/proposal-rows.ts'
import { addCases } from '../support/quarrel.ts'
import { addRaffle } from '../support/raffle-rows.ts'
import { openRing } from '../support/rings.ts'
import { openTrade } from '../support/trades.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

export type Person = {
  username: string
  password: string
  token: string
  /** What nobody else may be shown. */
  private: string[]
  /** Ids of what one asked to be bought: a log may name them, an answer to another may not. */
  bought: string[]
}

export type World = {
  web: TestWeb
  people: { ann: Person; ben: Person }
  /** Ids and names that answers gave, by "place key" and by key. */
  known: Map<string, string[]>
  /** What the web process has logged so far. */
  logs: string[]
  /** What no answer may hold, whoever asks. */
  secrets: string[]
  close: () => Promise<void>
}

/** Someone new, with an address and an email that only they may see. */
export async function newPerson({ origin }: TestWeb, name: string): Promise<Person> {
  const mark = randomBytes(6).toString('hex')
  const [username, email] = [`${name}_${mark}`, `${mark}@private.example`]
  const password = `nine pale gulls ${randomBytes(9).toString('base64url')}`
  const body = { username, email, password }
  const { token } = await signedIn(await ask(`${origin}/api/users/register`, { body }))
  const street = `${mark} Private Road`
  const shipping_address = {
    name: 'Fuzz',
    street,
    city: 'Oakland',
    state: 'CA',
    zip_code: '94607',
    country: 'US',
  }
  const kept = await ask(`${origin}/api/me`, { method: 'PATCH', token, body: { shipping_address } })
  if (!kept.ok) throw new Error(await kept.text())
  return { username, password, token, private: [email, street], bought: [] }
}

async function addDrop(
  sql: Sql,
  { sneakerId, storeId }: { sneakerId: string; storeId: string },
): Promise<string> {
  const id = uuidv7()
  await sql`insert into app.drop
    (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, min_karma, opens_at)
    values (${id}, ${`d-${id}`}, 'Fuzz drop', ${sneakerId}, ${storeId}, 'https://shop.example/p', 15000, 'USD',
      ${['9', '10']}, 0, now() - interval '1 hour')`
  return id
}

/** A neighbour's report, for others to confirm, and what it is to earn. */
async function addRestock(
  { api, db: { app: sql } }: TestWeb,
  { sneakerId: sneaker_id, storeId: store_id }: { sneakerId: string; storeId: string },
): Promise<{ restock: string; award: string; photo: string }> {
  const { id: memberId } = await addMember(sql, 'neighbour')
  const report = { sneaker_id, store_id, size: '9' }
  const restock = await reportRestock(sql, { memberId, report, now: new Date(), challengeSeconds: 0 })
  const [row] = await sql<{ id: string }[]>`select id from app.award where source_id = ${restock}`
  const { id: photo } = await addRestockPhoto(sql, {
    restockId: restock,
    memberId,
    ...(await storedPhoto(api)),
    now: new Date(),
  })
  return { restock, award: row?.id ?? '', photo }
}

/** What one follows, and where one is told: at a door where nobody answers. */
async function hear({ origin }: TestWeb, { token }: Person, sneaker_id: string) {
  const post = async (path: string, body: object) =>
    (await ask(`${origin}/api/me/${path}`, { token, body })).json()
  const follow = z.object({ id: z.uuid() }).parse(await post('follows', { sneaker_id }))
  const input = { kind: 'webhook', url: 'http://127.0.0.1:9/hook', label: 'Nobody' }
  const { channel } = z.object({ channel: z.object({ id: z.uuid() }) }).parse(await post('channels', input))
  return { followId: follow.id, channelId: channel.id }
}

/** A group of a neighbour's that everybody can join, with a guide, a result and a monitor. */
async function addGroup({ db }: TestWeb, { sneakerId, storeId }: { sneakerId: string; storeId: string }) {
  const now = new Date()
  const by = await addFounder(db, 'founder', now)
  const { id, slug } = await found(db, { by, name: 'Fuzz Cooks', now })
  const asked = { slug, memberId: by.id, now }
  const { slug: guide } = await makeGuide(db.app, {
    ...{ ...asked, input: { title: 'How to queue', text: 'Be early.' } },
  })
  const won = { outcome: 'win' as const, way: 'hand' as const, store_id: storeId }
  const result = await noteResult(db.app, { ...asked, input: won })
  const url = new URL('https://shop.example/fuzz')
  await addTarget(db.app, { url, sneakerId, storeId, now })
  const monitor = await shareMonitor(db.app, { ...asked, url, sneakerId, storeId })
  return { id, slug, guide, ids: [result.id, monitor.id] }
}

/** A neighbour's post, and how the neighbour is called. */
async function addPost({ db }: TestWeb, { sneakerId }: { sneakerId: string }) {
  const { id: memberId, username } = await addMember(db.app, 'poster')
  const input = { kind: 'intel' as const, text: 'Ten pairs by the till', sneaker_ids: [sneakerId] }
  return { post: await createPost(db.app, { memberId, input, now: new Date() }), poster: username }
}

/** A meet-up of a neighbour's. */
async function addHappening({ db }: TestWeb, store_id: string): Promise<string> {
  const { id: memberId } = await addMember(db.app, 'host')
  const [now, at] = [new Date(), (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()]
  const input = {
    kind: 'meet-up' as const,
    title: 'Swap',
    text: '',
    store_id,
    starts_at: at(1),
    ends_at: at(2),
  }
  return announceHappening(db.app, { memberId, input, now })
}

/** Of two people a trade that is offered, one without bonds that is in dispute, and a ring of three. */
async function addTrades({ db }: TestWeb, { ann, ben }: World['people']) {
  const now = new Date()
  const named = async ({ username }: Person) => ({
    ...(await findNamed(db.app, { username })),
    wallet: randomAddress(),
  })
  const [maker, taker] = [await named(ann), await named(ben)]
  const offered = await openTrade(db, { maker, taker }, { now })
  const disputed = await openTrade(db, { maker, taker }, { now })
  await disputed.act(taker, { act: 'accept', offer: 1 })
  await disputed.act(taker, { act: 'dispute', text: 'The box was empty.' })
  const third = await addMember(db.app, 'third')
  const ring = await openRing(db, [maker, taker, third], { now })
  return { ids: [offered.id, disputed.id], rings: [ring.id], around: ring.items }
}

/** An SNPD of its own: new database, two members, a sneaker, a shop and a drop. */
export async function openWorld(rpcUrl: string): Promise<World> {
  const logs: string[] = []
  const logger = pino(logOptions('web', 'debug'), { write: (line: string) => void logs.push(line) })
  const web = await startTestWeb(({ chain, forwarder, rpc }) => ({
    ...{ logger, chain: { ...chain, rpcUrl }, forwarder: takeAll(forwarder), rpc: answerZero(rpc) },
  }))
  const catalog = await addCatalog(web.db.app)
  const place = await storePlace(web.db.app, catalog.storeId)
  const [city, near] = [place?.city, place?.area]
  const drop = await addDrop(web.db.app, catalog)
  const { restock, award, photo } = await addRestock(web, catalog)
  const people = { ann: await newPerson(web, 'ann'), ben: await newPerson(web, 'ben') }
  // Who may do what is the matrix's to test; here as much as can be is to be reached.
  for (const { username } of Object.values(people)) await setRole(web.db.app, username, 'admin')
  const { followId, channelId } = await hear(web, people.ann, catalog.sneakerId)
  const group = await addGroup(web, catalog)
  const { post, poster } = await addPost(web, catalog)
  const happening = await addHappening(web, catalog.storeId)
  const { id: operator } = await addMember(web.db.app, 'operator')
  const raffle = await addRaffle(web.db, { memberId: operator })
  const cases = await addCases(web, people.ann.username)
  const trades = await addTrades(web, people)
  const known = new Map([
    ['sneaker_id', [catalog.sneakerId]],
    ['store_id', [catalog.storeId]],
    ['drop_id', [drop]],
    ['/api/drops slug', [`d-${drop}`]],
    ['/api/sneakers id', [catalog.sneakerId]],
    ['/api/restocks id', [restock]],
    ['/api/community/restocks id', [restock]],
    ['/api/photos id', [photo]],
    ['/api/karma/awards id', [award]],
    ['/api/me/follows id', [followId]],
    ['/api/me/channels id', [channelId]],
    ['/api/happenings id', [happening]],
    ['/api/raffles id', [raffle.id]],
    ['/api/raffle-plans id', [raffle.planId]],
    ['/api/votes id', [await addProposal(web.db)]],
    ['near', [near ?? '']],
    ['/api/groups slug', [group.slug]],
    ['/api/groups username', [people.ann.username, people.ben.username]],
    ['/api/groups guide', [group.guide]],
    ['/api/groups id', group.ids],
    ['group_id', [group.id]],
    ['/api/community/posts id', [post, cases.post]],
    ['/api/users username', [poster, ...cases.names]],
    ['/api/moderation/members username', cases.names],
    ['/api/moderation/cases id', [cases.open]],
    ['/api/moderation/appeals id', [cases.appeal]],
    ['/api/moderation/filters id', [cases.filter]],
    ['case_id', [cases.closed]],
    ['/api/community/trades id', trades.ids],
    ['/api/community/trade-rings id', trades.rings],
    ['/api/community/trade-rings items', trades.around],
    ['with', [people.ann.username, people.ben.username]],
    ['cell', [city ?? '']],
  ])
  const key = web.pem.split('\n')[1] ?? web.pem
  const secrets = ['$argon2', key, people.ann.password, people.ben.password]
  return { web, people, known, logs, secrets, close: web.close }
}
