import { hashPassword } from '../../app/auth/hash.ts'
import { startSession } from '../../app/auth/start.ts'
import { newNonce } from '../../core/auth/name.ts'
import { uuidv7 } from '../../core/id.ts'
import { karma } from '../../core/karma/amount.ts'
import type { Role } from '../../core/member/role.ts'
import { sealCard } from '../../core/payment/seal.ts'
import { addBridge } from '../../db/bridges/bridges.ts'
import type { Hex } from '../../db/bytes.ts'
import { writeChannel } from '../../db/channels/write.ts'
import { listCloset, putInCloset } from '../../db/closet/items.ts'
import { addFollow } from '../../db/follows/add.ts'
import { shareMonitor } from '../../db/group-monitors/share.ts'
import { makeInvite } from '../../db/groups/invite.ts'
import { removeFromGroup } from '../../db/groups/role.ts'
import { makeGuide } from '../../db/guides/write.ts'
import { announceHappening } from '../../db/happenings/write.ts'
import { setRole } from '../../db/members/role.ts'
import { updateMember } from '../../db/members/update.ts'
import { addTarget } from '../../db/monitor/target.ts'
import { createPurchase } from '../../db/purchases/create.ts'
import { acceptRequest } from '../../db/relay/accept.ts'
import { addRestockPhoto } from '../../db/restocks/photo.ts'
import { reportRestock } from '../../db/restocks/report.ts'
import { noteResult } from '../../db/results/note.ts'
import { writePayment } from '../../db/vault/payment.ts'
import { testCard } from '../support/card.ts'
import { answerZero, madeUp, takeAll } from '../support/forwarder.ts'
import { found, joinAll } from '../support/groups.ts'
import { addCatalog, addMember } from '../support/members.ts'
import { giveThePast } from '../support/minted.ts'
import { storedPhoto } from '../support/photo.ts'
import { openRing } from '../support/rings.ts'
import { openTrade } from '../support/trades.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

export const PASSWORD = 'seven green lamps at dawn'

/** Someone signed in, with everything a member can have; each private thing of it is a word found nowhere else. */
export type Person = {
  id: string
  username: string
  wallet: string
  token: string
  refresh: string
  sessionId: string
  /** Texts that no one else may ever be shown. */
  secrets: string[]
}

/** What the requests of one route and one actor are made of: always new, so that no request meets another's effects. */
export type World = {
  web: TestWeb
  owner: Person
  catalog: { sneakerId: string; storeId: string; dropId: string; slug: string }
  /** Of the owner. */
  restockId: string
  /** Of the owner, for that restock, and a stranger's challenge of it. */
  awardId: string
  challengeId: string
  photoId: string
  /** Of a stranger. */
  appealId: string
  purchaseId: string
  eventId: string
  relayId: string
  followId: string
  channelId: string
  /** A meet-up that the owner announced. */
  happeningId: string
  groups: Groups
  trades: Trades
}

/** Offered to the owner, and in dispute by the owner, without bonds; a thing of the owner's closet. */
type Trades = Record<'offered' | 'disputed' | 'item' | 'ring', string> & { around: string[] }

/** Of the owner: an open group, who is in it and who was removed from it; one by invite, and an invite's secret. */
type Groups = Record<'open' | 'member' | 'removed' | 'invite' | 'inviteId' | 'token', string> & Kept
/** What the open group keeps; of the guide also in the other one. */
type Kept = Record<'guide' | 'resultId' | 'monitorId' | 'page' | 'bridgeId', string>

/** Letters only: no number in it can be taken for anything. */
const word = () => newNonce().slice(0, 16)

/** Makes a member of this role and gives it a session. */
export async function addPerson(web: TestWeb, role: Role): Promise<Person> {
  const { api } = web
  const { sql, vault } = api
  const [username, email, street, label] = [
    `u_${word()}`,
    `${word()}@example.test`,
    `${word()} Street`,
    word(),
  ]
  const { id, wallet } = await addMember(sql, username)
  await sql`update app.member set email = ${email}, password_hash = ${await passwordHash} where id = ${id}`
  const place = { name: username, city: 'Troy', state: 'NY', zip_code: '12180', country: 'US' }
  await updateMember(sql, vault, { id, shipping_address: { ...place, street } })
  await writePayment(sql, id, { ...(await sealCard(api.paymentKey(), id, testCard)), label })
  await setRole(sql, username, role)
  const { access, refresh } = await startSession(api, { memberId: id, userAgent: word() })
  const [session] = await api.stores.sessions.list(id, api.now())
  const sessionId = session?.id ?? ''
  const own = { id, username, wallet, token: access, refresh, sessionId }
  return { ...own, secrets: [email, street, label, wallet, session?.userAgent ?? '', sessionId, refresh] }
}

/** One hash for all: argon2 costs what it should. */
const passwordHash = hashPassword(PASSWORD)

async function addDrop(web: TestWeb): Promise<World['catalog']> {
  const sql = web.db.app
  const { sneakerId, storeId } = await addCatalog(sql)
  const [dropId, slug] = [uuidv7(), `drop-${word()}`]
  await sql`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${dropId}, ${slug}, 'Drop', ${sneakerId}, ${storeId}, 'https://shop.example/p', 15000, 'USD',
      ${['10']}, now() - interval '1 hour')`
  return { sneakerId, storeId, dropId, slug }
}

/** A purchase request in review, with one picture. @returns its id, and the picture's */
async function addPurchase(web: TestWeb, owner: Person, dropId: string): Promise<[string, string]> {
  const { sql, vault } = web.api
  const street = `${word()} Avenue`
  owner.secrets.push(street)
  const shipping = { name: 'O', street, city: 'Troy', state: 'NY', zip_code: '12180', country: 'US' }
  const terms = {
    drop_id: dropId,
    size: '10',
    max_total_minor: 20_000,
    currency: 'USD',
    mode: 'review' as const,
  }
  const email = `${word()}@example.test`
  owner.secrets.push(email)
  const id = await createPurchase(sql, vault, { memberId: owner.id, input: terms, shipping, email })
  const review = { title: 'Drop', size: '10', quantity: 1, total_minor: 15_000, currency: 'USD', lines: [] }
  await sql`update app.purchase_request set state = 'review', review = ${sql.json(review)} where id = ${id}`
  const [event] = await sql<{ id: bigint }[]>`
    insert into app.purchase_event (request_id, state, step, message, screenshot)
    values (${id}, 'review', 'review', 'Look', ${Buffer.from('jpeg')}) returning id`
  return [id, String(event?.id)]
}

/** What the owner has for a restock, somebody's challenge of it, and that one's appeal. */
async function addDispute({ db: { app } }: TestWeb, restockId: string) {
  const [award] = await app<{ id: string }[]>`select id from app.award where source_id = ${restockId}`
  const [challengeId, stranger] = [uuidv7(), await addMember(app, `u_${word()}`)]
  await app`
    insert into app.challenge (id, restock_id, member_id, reason, opened_at, holds_until)
      values (${challengeId}, ${restockId}, ${stranger.id}, ${word()}, now(), now() + interval '1 day')`
  const [appealId, score] = [uuidv7(), { discount: 9_500, reasons: [] }]
  await app`
    insert into app.karma_appeal (id, member_id, text, score, created_at)
      values (${appealId}, ${stranger.id}, ${word()}, ${app.json(score)}, now())`
  return { awardId: award?.id ?? '', challengeId, appealId }
}

/** A relayed call of the owner that waits. @returns its id */
function addRelayed(web: TestWeb, { id: memberId, wallet }: Person): Promise<string> {
  const request = madeUp(wallet)
  return acceptRequest(web.db.app, { memberId, request, call: 'access_pass.purchase', now: new Date() })
}

/** What the owner follows, and a place to be told of it, where nobody listens. */
async function addHearing(web: TestWeb, owner: Person, { sneakerId }: World['catalog']) {
  const [label, path] = [word(), word()]
  owner.secrets.push(label, path)
  const { id: followId } = await addFollow(web.db.app, {
    memberId: owner.id,
    filter: { sneaker_id: sneakerId },
  })
  const address = { kind: 'discord' as const, url: `http://127.0.0.1:9/${path}` }
  const { id: channelId } = await writeChannel(web.db.app, web.api.vault, {
    memberId: owner.id,
    label,
    address,
  })
  return { followId, channelId }
}

/** A guide in both groups, and in the open one a result, a monitor and a bridge. */
async function addKept(
  { db, api }: TestWeb,
  { memberId, slugs, catalog }: { memberId: string; slugs: [string, string]; catalog: World['catalog'] },
): Promise<Kept> {
  const { sneakerId, storeId } = catalog
  const now = new Date()
  const by = { slug: slugs[0], memberId, now }
  const input = { title: 'How to queue', text: 'Be early.' }
  const { slug: guide } = await makeGuide(db.app, { ...by, input })
  await makeGuide(db.app, { ...by, slug: slugs[1], input })
  const won = { outcome: 'win' as const, way: 'hand' as const, store_id: storeId }
  const { id: resultId } = await noteResult(db.app, { ...by, input: won })
  const url = new URL(`https://shop.example/${word()}`)
  await addTarget(db.app, { url, sneakerId, storeId, now })
  const { id: monitorId } = await shareMonitor(db.app, { ...by, url, sneakerId, storeId })
  const bridge = { url: `http://127.0.0.1:9/${word()}`, label: word() }
  const { id: bridgeId } = await addBridge(db.app, api.vault, { ...by, input: bridge })
  return { guide, resultId, monitorId, page: url.href, bridgeId }
}

async function addGroups(web: TestWeb, owner: Person, catalog: World['catalog']): Promise<Groups> {
  const { db } = web
  const now = new Date()
  const by = { id: owner.id, username: owner.username, wallet: owner.wallet as Hex }
  // What founding asks for.
  await giveThePast(db, by, { earned: karma(50), days: 7, now })
  const [open, invite] = [
    await found(db, { by, name: word(), now }),
    await found(db, { by, name: word(), access: 'invite', now }),
  ]
  const [member, removed] = [await addMember(db.app, `u_${word()}`), await addMember(db.app, `u_${word()}`)]
  await joinAll(db, open, { members: [member, removed], now })
  const asked = { memberId: owner.id, now }
  await removeFromGroup(db.app, { ...asked, slug: open.slug, username: removed.username, reason: word() })
  const made = await makeInvite(db.app, { ...asked, slug: invite.slug, input: { hours: 1, uses: 9 } })
  const names = { member: member.username, removed: removed.username }
  const kept = await addKept(web, { memberId: owner.id, slugs: [open.slug, invite.slug], catalog })
  const own = { open: open.slug, invite: invite.slug, inviteId: made.invite.id, token: made.token }
  return { ...own, ...names, ...kept }
}

/** @returns its id */
function addHappening(web: TestWeb, owner: Person, { storeId: store_id }: World['catalog']): Promise<string> {
  const [now, hour] = [new Date(), 3_600_000]
  const at = (hours: number) => new Date(now.getTime() + hours * hour).toISOString()
  const input = {
    kind: 'meet-up' as const,
    title: word(),
    text: word(),
    store_id,
    starts_at: at(1),
    ends_at: at(2),
  }
  return announceHappening(web.db.app, { memberId: owner.id, input, now })
}

async function addTrades({ db }: TestWeb, owner: Person, { sneakerId }: World['catalog']): Promise<Trades> {
  const now = new Date()
  const mine = { id: owner.id, username: owner.username, wallet: owner.wallet as Hex }
  const [note, maker] = [word(), await addMember(db.app, `u_${word()}`)]
  owner.secrets.push(note)
  const offered = await openTrade(db, { maker, taker: mine }, { now, note })
  const disputed = await openTrade(db, { maker, taker: mine }, { now })
  await disputed.act(mine, { act: 'accept', offer: 1 })
  await disputed.act(mine, { act: 'dispute', text: 'The box was empty.' })
  const input = { side: 'want', sneaker_id: sneakerId, size: '12' } as const
  await putInCloset(db.app, { memberId: owner.id, input, now })
  const [item] = await listCloset(db.app, owner.id)
  const third = await addMember(db.app, `u_${word()}`)
  const ring = await openRing(db, [mine, maker, third], { now })
  return {
    offered: offered.id,
    disputed: disputed.id,
    item: item?.id ?? '',
    ring: ring.id,
    around: ring.items,
  }
}

/** A world with an owner of one of everything. */
export async function newWorld(web: TestWeb): Promise<World> {
  const owner = await addPerson(web, 'member')
  const catalog = await addDrop(web)
  const report = { sneaker_id: catalog.sneakerId, store_id: catalog.storeId, size: '9' }
  const restockId = await reportRestock(web.db.app, {
    memberId: owner.id,
    report,
    now: new Date(),
    challengeSeconds: 0,
  })
  const [purchaseId, eventId] = await addPurchase(web, owner, catalog.dropId)
  const dispute = await addDispute(web, restockId)
  const relayId = await addRelayed(web, owner)
  const { id: photoId } = await addRestockPhoto(web.db.app, {
    ...{ restockId, memberId: owner.id, ...(await storedPhoto(web.api)), now: new Date() },
  })
  const heard = await addHearing(web, owner, catalog)
  const happeningId = await addHappening(web, owner, catalog)
  const groups = await addGroups(web, owner, catalog)
  const trades = await addTrades(web, owner, catalog)
  return {
    web,
    owner,
    catalog,
    restockId,
    ...dispute,
    photoId,
    purchaseId,
    eventId,
    relayId,
    ...heard,
    happeningId,
    groups,
    trades,
  }
}

/** The site under test, without limits: they have tests of their own, and here everyone asks from one address. */
export const openMatrix = () =>
  startTestWeb(({ forwarder, rpc }) => ({
    limits: async () => undefined,
    forwarder: takeAll(forwarder),
    rpc: answerZero(rpc),
  }))

/** All that is a member's own, as text, to see whether somebody else's request changed it. */
export async function holdingsOf({ db: { app } }: TestWeb, { id }: Person): Promise<string[]> {
  const rows = await app<{ row: string }[]>`
    select m::text as row from app.member m where id = ${id}
    union all select w::text from app.wallet w where member_id = ${id}
    union all select s::text from app.session s where member_id = ${id}
    union all select q::text from app.relay_request q where member_id = ${id}
    union all select p::text from app.payment_details p where member_id = ${id}
    union all select n::text from app.notification_setting n where member_id = ${id}
    union all select f::text from app.follow f where member_id = ${id}
    union all select h::text from app.channel h where member_id = ${id}
    -- That moderators can hide it is theirs to do.
    union all select (to_jsonb(a) - 'hidden_at')::text from app.happening a where member_id = ${id}
    union all select v::text from app.rsvp v where member_id = ${id}
    union all select g::text from app.group_member g where member_id = ${id}
    union all select i::text from app.closet_item i where member_id = ${id}
    union all select c::text from app.confirmation c where member_id = ${id}
    union all select r::text from app.purchase_request r where member_id = ${id}
    union all select e::text from app.purchase_event e
      where request_id in (select id from app.purchase_request where member_id = ${id})
    order by 1`
  return rows.map(({ row }) => row)
}
