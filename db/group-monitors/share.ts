import { Final } from '../../core/errors.ts'
import { requireFounder } from '../../core/group/found.ts'
import { type GroupMonitor, MOST_MONITORS } from '../../core/group/monitor.ts'
import { uuidv7 } from '../../core/id.ts'
import { gateName } from '../../core/manners/gate-name.ts'
import type { Db, Sql } from '../client.ts'
import { type Asked, lockAsModerator } from '../groups/load.ts'
import { tooMany } from '../groups/refuse.ts'
import { rulesNow } from '../karma/effective.ts'
import { levelOf } from '../karma/standing.ts'
import { insertTarget } from '../monitor/target.ts'
import { requireKnown } from '../posts/catalog.ts'
import { inTransaction } from '../transaction.ts'
import { monitorsOf } from './list.ts'

type Sharing = Asked & {
  memberId: string
  /** The product's page, as core/url/member-url.ts let it through. */
  url: URL
  sneakerId: string
  storeId: string
}

/**
 * What is seen on the page is told to everyone as the shop's own: it has to be the shop's own page.
 * @throws Final `monitor.store`
 */
async function requireOwnPage(tx: Db, { url, storeId }: Sharing): Promise<void> {
  const rows = await tx<{ origin: string }[]>`
    select url as origin from app.store where id = ${storeId} and url is not null
    union all select origin from app.monitor_target where store_id = ${storeId} and not for_groups`
  const known = rows.map(({ origin }) => origin).filter((origin) => URL.canParse(origin))
  if (known.some((origin) => gateName(new URL(origin)) === gateName(url))) return
  throw new Final({
    code: 'monitor.store',
    message: 'This page is not at an address that the shop is known to have.',
    fix: "Give a page at the shop's own address, or ask an operator to add the shop.",
  })
}

/** @throws Final `group.trust` of a moderator who may not have new pages watched */
async function requireTrust(tx: Db, { memberId, now }: Sharing): Promise<void> {
  const { ruleset } = await rulesNow(tx)
  requireFounder(ruleset, await levelOf(tx, ruleset, { memberId, now }), 'have a new page watched')
}

/** The page's target, watched from now on when nobody watched it. @throws Final `monitor.other`, `monitor.store`, `group.trust` */
async function targetOf(tx: Db, sharing: Sharing): Promise<string> {
  const { url, sneakerId, storeId, now } = sharing
  // Of two groups that name a page at once the second finds what the first made.
  await tx`select pg_advisory_xact_lock(hashtextextended(${`monitor ${url.href}`}, 0))`
  const [known] = await tx<{ id: string; sneaker_id: string; store_id: string }[]>`
    select id, sneaker_id, store_id from app.monitor_target where url = ${url.href} for key share`
  if (known?.sneaker_id === sneakerId && known.store_id === storeId) return known.id
  if (known)
    throw new Final({
      code: 'monitor.other',
      message: 'This page is watched as that of another pair or shop.',
      fix: 'Choose the pair and the shop that the page is of.',
    })
  await requireOwnPage(tx, sharing)
  await requireTrust(tx, sharing)
  return insertTarget(tx, { url, sneakerId, storeId, forGroups: true, now })
}

async function requireRoom(tx: Db, groupId: string): Promise<void> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from app.group_monitor where group_id = ${groupId}`
  if ((row?.count ?? 0) >= MOST_MONITORS)
    throw tooMany(`This group shares ${MOST_MONITORS} monitors already.`, 'Stop one of them first.')
}

async function share(tx: Db, sharing: Sharing): Promise<GroupMonitor> {
  const { memberId, sneakerId, storeId, now } = sharing
  const { id: groupId } = await lockAsModerator(tx, sharing)
  await requireKnown(tx, { storeId, sneakerIds: [sneakerId] })
  const targetId = await targetOf(tx, sharing)
  const [there] = await tx`
    select 1 from app.group_monitor where group_id = ${groupId} and target_id = ${targetId}`
  if (!there) {
    await requireRoom(tx, groupId)
    await tx`
      insert into app.group_monitor (id, group_id, target_id, added_by, added_at)
      values (${uuidv7(now.getTime())}, ${groupId}, ${targetId}, ${memberId}, ${now})`
  }
  const [monitor] = await monitorsOf(tx, { groupId, targetId })
  if (!monitor) throw new Error('a monitor that was just shared is there')
  return monitor
}

/**
 * Shares a monitor of a product's page with a group: everybody in it is told of what it sees. A page that nobody watches yet is
 * watched from now on, if it is the shop's own. The same page once more is the monitor that is there.
 * @throws Final `group.not-found`, `group.role`, `group.too-many`, `group.trust`, `catalog.unknown`, `monitor.store`,
 *   `monitor.other`
 */
export async function shareMonitor(sql: Sql, sharing: Sharing): Promise<GroupMonitor> {
  return inTransaction(sql, (tx) => share(tx, sharing))
}
