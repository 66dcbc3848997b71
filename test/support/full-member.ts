import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { uuidv7 } from '../../core/id.ts'
import { sealCard } from '../../core/payment/seal.ts'
import { writeAlert } from '../../db/alerts/write.ts'
import { addBridge } from '../../db/bridges/bridges.ts'
import type { Hex } from '../../db/bytes.ts'
import { writeChannel } from '../../db/channels/write.ts'
import { fanOut } from '../../db/deliveries/fan-out.ts'
import { addFollow } from '../../db/follows/add.ts'
import { callOut } from '../../db/group-alerts/call.ts'
import { shareMonitor } from '../../db/group-monitors/share.ts'
import { changeGroup } from '../../db/groups/change.ts'
import { makeInvite } from '../../db/groups/invite.ts'
import { joinGroup } from '../../db/groups/join.ts'
import { changeRole, removeFromGroup } from '../../db/groups/role.ts'
import { makeGuide } from '../../db/guides/write.ts'
import { answerHappening } from '../../db/happenings/answer.ts'
import { announceHappening } from '../../db/happenings/write.ts'
import { countAwards } from '../../db/leaderboard/count.ts'
import { addTarget } from '../../db/monitor/target.ts'
import { createPurchase } from '../../db/purchases/create.ts'
import { raiseFence, resolveFence } from '../../db/purchases/fence.ts'
import { openEntryFence } from '../../db/raffle-forms/fence.ts'
import { acceptRequest } from '../../db/relay/accept.ts'
import { confirmRestock } from '../../db/restocks/confirm.ts'
import { addRestockPhoto } from '../../db/restocks/photo.ts'
import { reportRestock } from '../../db/restocks/report.ts'
import { noteResult } from '../../db/results/note.ts'
import { openAppeal } from '../../db/ring/appeal.ts'
import { inTransaction } from '../../db/transaction.ts'
import { lookFrom } from '../../db/veil/viewer.ts'
import { testCard } from './card.ts'
import { madeUp } from './forwarder.ts'
import { writePosts } from './full-posts.ts'
import { winRaffle } from './full-raffle.ts'
import { addTrading } from './full-trades.ts'
import { addFounder, found } from './groups.ts'
import { ask, register } from './http.ts'
import { openJar } from './jar.ts'
import { addCatalog, addMember } from './members.ts'
import { storedPhoto } from './photo.ts'
import { quarrel } from './quarrel.ts'
import { monitorSees } from './sighting.ts'
import { siweProof } from './signed-for.ts'
import type { TestWeb } from './web.ts'

/** What is the member's own in every place, to be looked for after they left. */
export const marks = {
  name: 'Quilla Vantongeren',
  street: '77 Wexcombe Passage',
  note: 'Psst, behind the umbrellas',
  label: 'the plum card',
  appeal: 'We are a quilting circle, not a ring',
  agent: 'QuillaPhone/7',
  reason: 'I stood there and saw an empty shelf',
  evidence: 'Thank you Quilla, order Q-1',
  drawn: 'Quilla, you are in the draw',
  said: 'The monitor is right, says Q.',
  removal: 'Quilla sold our list',
  called: 'Quilla calls: now, at the back door',
  posted: 'Forty people and a dog, says Q.',
  taken: 'Quilla says: all of them are liars',
  denial: 'Says Q.: I was not rude',
  flagged: 'This is what Quilla finds awful',
  noted: 'Quilla promised us to be kind',
  traded: 'Mine smell of plums, says Q.',
}
const shipping = {
  name: marks.name,
  street: marks.street,
  city: 'Troy',
  state: 'NY',
  zip_code: '12180',
  country: 'US',
}

export type FullMember = {
  id: string
  token: string
  cookie: string
  username: string
  email: string
  wallet: PrivateKeyAccount
  /** A pair of theirs that someone else confirmed: its award matures. */
  restockId: string
  /** Requests by how far they are. */
  purchases: Record<'queued' | 'ordered' | 'submitting', string>
}

async function addDrop({ db }: TestWeb): Promise<string> {
  const { sneakerId, storeId } = await addCatalog(db.app)
  const id = uuidv7()
  await db.app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${id}, ${`d-${id}`}, 'Drop', ${sneakerId}, ${storeId}, 'https://shop.example/p', 15000, 'USD',
      ${['10']}, now())`
  return id
}

type Buying = { memberId: string; email: string; state: 'queued' | 'ordered' | 'submitting' }

/** A request of this state, written by what writes it in the product. */
async function buy(web: TestWeb, { memberId, email, state }: Buying): Promise<string> {
  const sql = web.db.app
  const input = {
    drop_id: await addDrop(web),
    size: '10',
    max_total_minor: 1,
    currency: 'USD',
    mode: 'review' as const,
  }
  const id = await createPurchase(sql, web.vaultKeys.ring, { memberId, input, shipping, email })
  if (state === 'queued') return id
  await sql`update app.purchase_request set state = 'confirmed' where id = ${id}`
  await raiseFence(sql, id)
  if (state === 'ordered') await settle(web, id)
  return id
}

/** The shop's answer to an order that was being placed. */
export async function settle({ db }: TestWeb, id: string): Promise<void> {
  const { evidence } = marks
  await resolveFence(db.app, {
    id,
    outcome: { kind: 'ordered', number: 'Q-1', total_minor: 1, currency: 'USD', evidence },
    note: { step: 'confirm', message: evidence, screenshot: Buffer.from(marks.name) },
  })
}

/** As one who has the trust for it would have left it behind. */
async function challenge({ db }: TestWeb, memberId: string, restockId: string): Promise<void> {
  await db.app`
    insert into app.challenge (id, restock_id, member_id, reason, opened_at, holds_until)
      values (${uuidv7()}, ${restockId}, ${memberId}, ${marks.reason}, now(), now())`
}

/** A photo, and words about what a monitor had seen before. */
async function witness({ db: { app }, api }: TestWeb, memberId: string, restockId: string): Promise<void> {
  await addRestockPhoto(app, { restockId, memberId, ...(await storedPhoto(api)), now: new Date() })
  const { sneakerId: sneaker_id, storeId: store_id } = await addCatalog(app)
  await monitorSees(app, { sneakerId: sneaker_id, storeId: store_id })
  const report = { sneaker_id, store_id, size: '10', note: marks.said }
  await reportRestock(app, { memberId, report, now: new Date(), challengeSeconds: 0 })
}

async function street(web: TestWeb, memberId: string): Promise<string> {
  const sql = web.db.app
  await lookFrom(sql, { memberId, cell: '872a100d2ffffff', now: new Date() })
  const neighbour = await addMember(sql, `neighbour_${memberId.slice(-6)}`)
  const report = async (reporter: string, note: string) => {
    const { sneakerId: sneaker_id, storeId: store_id } = await addCatalog(sql)
    return reportRestock(sql, {
      memberId: reporter,
      report: { sneaker_id, store_id, size: '9', note },
      now: new Date(),
      challengeSeconds: 0,
    })
  }
  const confirm = (restockId: string, by: string) =>
    confirmRestock(sql, { restockId, memberId: by, now: new Date(), challengeSeconds: 3600 })
  const mine = await report(memberId, marks.note)
  await confirm(mine, neighbour.id)
  await confirm(await report(neighbour.id, 'a plain note'), memberId)
  await witness(web, memberId, mine)
  await countAwards(sql, new Date(Date.now() + 7_200_000))
  await challenge(web, memberId, await report(neighbour.id, 'another plain note'))
  return mine
}

/** In a shop's own draw, which wrote to them by name. */
async function draw({ db }: TestWeb, memberId: string): Promise<void> {
  const fence = openEntryFence(db.app, { memberId, draw: 'https://shop.example/draw' })
  await fence.raise({ title: 'Tern High draw', cookies: [] })
  await fence.settle({ kind: 'entered', number: 'D-7', evidence: marks.drawn })
}

/** A wallet that was somebody else's, and an appeal. */
async function suspect(web: TestWeb, memberId: string): Promise<void> {
  const sql = web.db.app
  const former = await addMember(sql, `former_${memberId.slice(-6)}`)
  await sql`insert into app.wallet_tie (member_id, other_id, at) values (${memberId}, ${former.id}, now())`
  await sql`update app.award set ring_discount = 1 where member_id = ${memberId}`
  await openAppeal(sql, { memberId, text: marks.appeal, now: new Date() })
}

/** Follows a pair, and is told of its restock at an address that says who they are. */
async function told({ db, api }: TestWeb, { memberId, restockId }: { memberId: string; restockId: string }) {
  const [pair] = await db.app<
    { sneaker_id: string }[]
  >`select sneaker_id from app.restock where id = ${restockId}`
  if (pair) await addFollow(db.app, { memberId, filter: pair })
  const address = { kind: 'discord' as const, url: `https://hooks.example/${encodeURIComponent(marks.name)}` }
  await writeChannel(db.app, api.vault, { memberId, label: marks.label, address })
  await fanOut(db.app, { now: new Date(), limit: 1_000 })
}

/** Moderator of one group, with an invite out, and removed from another. */
async function gather({ db, api }: TestWeb, memberId: string, username: string) {
  const now = new Date()
  const by = await addFounder(db, `founder_${memberId.slice(-6)}`, now)
  const asked = { memberId: by.id, username, now }
  for (const name of ['Stay', 'Go']) {
    const { slug } = await found(db, { by, name: `${name} ${memberId.slice(-6)}`, now })
    await joinGroup(db.app, { slug, memberId, now })
    if (name === 'Go') await removeFromGroup(db.app, { ...asked, slug, reason: marks.removal })
    else {
      await changeRole(db.app, { ...asked, slug, role: 'moderator' })
      await changeGroup(db.app, { ...asked, slug, change: { access: 'invite' } })
      await makeInvite(db.app, { slug, memberId, now, input: { hours: 1, uses: 1 } })
      await keep({ db, api }, { slug, memberId, now })
    }
  }
}

/** Writes a guide, puts a win on the board, calls out, shares a monitor and builds a bridge. */
async function keep(
  { db, api }: Pick<TestWeb, 'db' | 'api'>,
  by: { slug: string; memberId: string; now: Date },
): Promise<void> {
  const { sneakerId, storeId } = await addCatalog(db.app)
  await makeGuide(db.app, { ...by, input: { title: 'How to queue', text: 'Be early.' } })
  const input = { outcome: 'win' as const, way: 'hand' as const, store_id: storeId }
  await noteResult(db.app, { ...by, input })
  await callOut(db.app, { ...by, text: marks.called })
  const url = new URL(`https://shop.example/${sneakerId}`)
  await addTarget(db.app, { url, sneakerId, storeId, now: by.now })
  await shareMonitor(db.app, { ...by, url, sneakerId, storeId })
  const address = `https://hooks.example/bridge/${encodeURIComponent(marks.name)}`
  await addBridge(db.app, api.vault, { ...by, input: { url: address, label: marks.label } })
  await fanOut(db.app, { now: new Date(), limit: 1_000 })
}

/** Announces a meet-up under a name of theirs, and comes to it. */
async function meet({ db }: TestWeb, memberId: string): Promise<void> {
  const [{ storeId: store_id }, now] = [await addCatalog(db.app), new Date()]
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString()
  const title = `Drinks with ${marks.name}`
  const input = {
    kind: 'meet-up' as const,
    title,
    text: marks.note,
    store_id,
    starts_at: at(1),
    ends_at: at(2),
  }
  const id = await announceHappening(db.app, { memberId, input, now })
  await answerHappening(db.app, { id, memberId, answer: 'going', now })
}

/** A member with something in every place where a member can have something. */
export async function addFullMember(web: TestWeb, username: string): Promise<FullMember> {
  const { token, id, cookie } = await register(web.origin, username)
  const [email, wallet] = [`${username}@example.test`, privateKeyToAccount(generatePrivateKey())]
  const call = (method: string, path: string, body: unknown) =>
    ask(`${web.origin}/api${path}`, { method, body, token })
  const login = { login: username, password: 'seven green lamps at dawn' }
  await ask(`${web.origin}/api/users/login`, { body: login, headers: { 'user-agent': marks.agent } })
  // From a browser, which is remembered.
  await openJar(web.origin).ask('/users/login', { body: login })
  await ask(`${web.origin}/api/users/login`, { body: { ...login, password: 'wrong as it can be' } })
  await call('POST', '/me/wallets', await siweProof(web.origin, wallet, 'link'))
  await call('POST', '/me/confirm', { password: login.password })
  const other = privateKeyToAccount(generatePrivateKey())
  await call('POST', '/me/wallets', await siweProof(web.origin, other, 'link'))
  await call('DELETE', `/me/wallets/${other.address.toLowerCase()}`, undefined)
  await call('PATCH', '/me', { shipping_address: shipping })
  const settings = await (await ask(`${web.origin}/api/me/notifications`, { token })).json()
  await call('PUT', '/me/notifications', { ...settings, votes: true })
  const payment = await sealCard(web.api.paymentKey(), id, testCard)
  await call('PUT', '/me/payment', { ...payment, label: marks.label })
  await acceptRequest(web.db.app, {
    ...{ memberId: id, request: madeUp(wallet.address.toLowerCase()), call: 'access_pass.purchase' },
    now: new Date(),
  })
  await draw(web, id)
  const purchases = {
    ordered: await buy(web, { memberId: id, email, state: 'ordered' }),
    submitting: await buy(web, { memberId: id, email, state: 'submitting' }),
    queued: await buy(web, { memberId: id, email, state: 'queued' }),
  }
  const restockId = await street(web, id)
  await inTransaction(web.db.app, (tx) =>
    writeAlert(tx, { kind: 'purchase', memberId: id, requestId: purchases.ordered, state: 'ordered' }),
  )
  await told(web, { memberId: id, restockId })
  await meet(web, id)
  await suspect(web, id)
  await gather(web, id, username)
  await winRaffle(web, id, wallet.address.toLowerCase() as `0x${string}`)
  await writePosts(web, { memberId: id, text: marks.posted })
  const side = { id, username, wallet: wallet.address.toLowerCase() as Hex }
  await addTrading(web.db, side, marks.traded)
  // Last: it ends with the member muted.
  await quarrel(web, { memberId: id, username, marks })
  return { id, token, cookie, username, email, wallet, restockId, purchases }
}
