import type { Session } from '../../core/auth/session-store.ts'
import type { MemberExport } from '../../core/member/export.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import { exportAlerts } from '../alerts/of-member.ts'
import { toHex } from '../bytes.ts'
import { challengesOf } from '../challenges/list.ts'
import { listChannels } from '../channels/list.ts'
import type { Db, Sql } from '../client.ts'
import { exportDeliveries } from '../deliveries/of-member.ts'
import { listFollows } from '../follows/list.ts'
import { exportGroups } from '../groups/of-member.ts'
import { exportAnswers, exportHappenings } from '../happenings/of-member.ts'
import { exportStandings } from '../leaderboard/export.ts'
import { exportModeration } from '../moderation/of-member.ts'
import { exportPhotos } from '../photos/of-member.ts'
import { exportFollowing, exportLikes, exportPosts, exportSaved, exportVotes } from '../posts/of-member.ts'
import { type RequestRow, requestColumns, withEvents } from '../purchases/row.ts'
import { exportDrawEntries, exportDrawRequests } from '../raffle-forms/of-member.ts'
import { exportRaffles } from '../raffles/of-member.ts'
import { exportRelayed } from '../relay/read.ts'
import { activeDaysOf, appealsOf, devicesOf, walletTiesOf } from '../ring/export.ts'
import { exportTrading } from '../trades/of-member.ts'
import { inTransaction } from '../transaction.ts'
import { readPayment } from '../vault/payment.ts'
import { readShipping } from '../vault/shipping.ts'
import { exportCells } from '../veil/of-member.ts'
import { readNotifications } from './notifications.ts'
import { readMember } from './read.ts'
import { listWallets } from './wallets.ts'

export type Exporting = {
  memberId: string
  ring: KeyRing
  /** Those that stand; they may live elsewhere. */
  sessions: Session[]
  now: Date
}

const iso = (time: Date) => time.toISOString()
const isoOrNull = (time: Date | null) => time?.toISOString() ?? null

async function restingOf(db: Db, memberId: string): Promise<MemberExport['resting_wallets']> {
  const rows = await db<{ address: Uint8Array; until: Date }[]>`
    select address, until from app.resting_wallet where member_id = ${memberId} order by until`
  return rows.map(({ address, until }) => ({ address: toHex(address), until: iso(until) }))
}

async function sessionsOf(db: Db, { memberId, sessions }: Exporting): Promise<MemberExport['sessions']> {
  const rows = await db<{ session_id: string; at: Date }[]>`
    select session_id, at from app.confirmation where member_id = ${memberId}`
  const confirmed = new Map(rows.map(({ session_id, at }) => [session_id, at]))
  return sessions.map(({ id, userAgent, createdAt, usedAt, expiresAt }) => ({
    id,
    user_agent: userAgent,
    created_at: iso(createdAt),
    used_at: iso(usedAt),
    expires_at: iso(expiresAt),
    confirmed_at: isoOrNull(confirmed.get(id) ?? null),
  }))
}

type AwardRow = {
  id: string
  rule: string
  source_id: string
  amount: bigint
  created_at: Date
  matures_at: Date | null
  reversed_at: Date | null
  capped_by: string | null
  why: string[]
  award_id: bigint | null
}

async function awardsOf(db: Db, memberId: string): Promise<MemberExport['awards']> {
  const rows = await db<AwardRow[]>`
    select id, rule, source_id, amount, created_at, matures_at, reversed_at, capped_by, why, award_id
    from app.award where member_id = ${memberId} order by id`
  return rows.map((row) => ({
    ...row,
    amount: String(row.amount),
    created_at: iso(row.created_at),
    matures_at: isoOrNull(row.matures_at),
    reversed_at: isoOrNull(row.reversed_at),
    award_id: row.award_id === null ? null : String(row.award_id),
  }))
}

type RestockRow = Omit<MemberExport['restocks'][number], 'reported_at'> & { reported_at: Date }

async function restocksOf(db: Db, memberId: string): Promise<MemberExport['restocks']> {
  const rows = await db<RestockRow[]>`
    select id, sneaker_id, store_id, size, price_minor, currency, note, reported_at
    from app.restock where reported_by = ${memberId} order by id`
  return rows.map((row) => ({ ...row, reported_at: iso(row.reported_at) }))
}

async function confirmationsOf(db: Db, memberId: string): Promise<MemberExport['confirmations']> {
  const rows = await db<
    (Omit<MemberExport['confirmations'][number], 'confirmed_at'> & { confirmed_at: Date })[]
  >`
    select restock_id, confirmed_at, not_counted, note from app.restock_confirmation where member_id = ${memberId} order by confirmed_at`
  return rows.map((row) => ({ ...row, confirmed_at: iso(row.confirmed_at) }))
}

async function paymentOf(db: Db, memberId: string): Promise<MemberExport['payment']> {
  const row = await readPayment(db, memberId)
  return row ? { ...row, updated_at: iso(row.updated_at) } : null
}

type Sent = { id: string; email: string | null; fenced_at: Date | null }

async function checkoutsOf(db: Db, { memberId, ring }: Exporting): Promise<MemberExport['checkouts']> {
  const rows = await db<RequestRow[]>`
    select ${db.unsafe(requestColumns)} from app.purchase_request r join app.drop d on d.id = r.drop_id
    where r.member_id = ${memberId} order by r.id`
  const sent = await db<Sent[]>`
    select r.id, r.email, f.at as fenced_at
    from app.purchase_request r left join app.checkout_fence f on f.request_id = r.id
    where r.member_id = ${memberId}`
  const sentById = new Map(sent.map((row) => [row.id, row]))
  const found: MemberExport['checkouts'] = []
  for (const request of await withEvents(db, rows)) {
    const { email = null, fenced_at = null } = sentById.get(request.id) ?? {}
    const shipping = await readShipping(db, ring, request.id)
    found.push({ ...request, shipping, email, fenced_at: isoOrNull(fenced_at) })
  }
  return found
}

async function collect(db: Db, exporting: Exporting): Promise<MemberExport | undefined> {
  const { memberId, ring, now } = exporting
  const member = await readMember(db, ring, memberId)
  if (!member) return undefined
  return {
    exported_at: iso(now),
    member,
    wallets: await listWallets(db, memberId),
    resting_wallets: await restingOf(db, memberId),
    sessions: await sessionsOf(db, exporting),
    notifications: await readNotifications(db, memberId),
    awards: await awardsOf(db, memberId),
    leaderboard: await exportStandings(db, memberId),
    restocks: await restocksOf(db, memberId),
    photos: await exportPhotos(db, memberId),
    posts: await exportPosts(db, memberId),
    votes: await exportVotes(db, memberId),
    likes: await exportLikes(db, memberId),
    saved: await exportSaved(db, memberId),
    following: await exportFollowing(db, memberId),
    challenges: await challengesOf(db, memberId),
    moderation: await exportModeration(db, memberId),
    confirmations: await confirmationsOf(db, memberId),
    cells: await exportCells(db, memberId),
    devices: await devicesOf(db, memberId),
    active_days: await activeDaysOf(db, memberId),
    wallet_ties: await walletTiesOf(db, memberId),
    appeals: await appealsOf(db, memberId),
    checkouts: await checkoutsOf(db, exporting),
    alerts: await exportAlerts(db, memberId),
    follows: await listFollows(db, memberId),
    channels: await listChannels(db, memberId),
    deliveries: await exportDeliveries(db, memberId),
    happenings: await exportHappenings(db, memberId),
    rsvps: await exportAnswers(db, memberId),
    draw_entries: await exportDrawEntries(db, memberId),
    draw_requests: await exportDrawRequests(db, ring, memberId),
    raffles: await exportRaffles(db, ring, memberId),
    relayed: await exportRelayed(db, { memberId, now }),
    groups: await exportGroups(db, memberId),
    trading: await exportTrading(db, { memberId, now }),
    payment: await paymentOf(db, memberId),
  }
}

/**
 * Everything that is held of a member, of one moment; undefined for one who left.
 * @throws Final `vault.*`
 */
export async function exportMember(sql: Sql, exporting: Exporting): Promise<MemberExport | undefined> {
  return inTransaction(sql, async (tx) => {
    await tx`set transaction isolation level repeatable read, read only`
    return collect(tx, exporting)
  })
}
