import { openSender } from '../../adapters/push/send.ts'
import type { Address } from '../../core/channel/shape.ts'
import { defaultNotifications, type NotificationSettings } from '../../core/member/notifications.ts'
import { writeChannel } from '../../db/channels/write.ts'
import type { Sql } from '../../db/client.ts'
import { addFollow } from '../../db/follows/add.ts'
import { saveNotifications } from '../../db/members/notifications.ts'
import { startNotify } from '../../workers/notify/start.ts'
import { alertGround } from './alerts.ts'
import { databaseForTest } from './database.ts'
import { keysForTest } from './keys.ts'
import { addMember } from './members.ts'

export const SITE = 'https://snpd.example'
export const WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

type Person = { addresses?: Address[]; settings?: Partial<NotificationSettings>; follows?: boolean }

/** A database with a pair and a shop, and what it takes to have members told. */
export async function notifyForTest() {
  const database = await databaseForTest()
  const { app } = database
  const keys = await keysForTest()
  const ground = await alertGround(app)
  const { send, publicKey } = openSender({
    ...{ vapid: keys.files.vapid, subject: 'mailto:test@snpd.example', origin: SITE, loopback: true },
    timeoutMs: 1_500,
  })
  /** A member who follows the pair, unless told otherwise, and hears of it at these addresses. */
  const join = async (username: string, { addresses = [], settings, follows = true }: Person = {}) => {
    const { id: memberId } = await addMember(app, username)
    if (follows) await addFollow(app, { memberId, filter: { sneaker_id: ground.sneakerId } })
    if (settings) await saveNotifications(app, memberId, { ...defaultNotifications, ...settings })
    for (const address of addresses)
      await writeChannel(app, keys.ring, { memberId, label: username, address })
    return memberId
  }
  const logger = { debug: noted, info: noted, warn: noted, error: noted }
  const start = () => startNotify({ sql: app, ring: keys.ring, logger, send, pollMs: 50 })
  return { ...database, ring: keys.ring, files: keys.files, ground, send, publicKey, join, start, logger }
}

/** What was logged, for tests that look for what must not be. */
export const logged: string[] = []
function noted(fields: object, text: string): void {
  logged.push(JSON.stringify(fields) + text)
}

/** Deliveries by state. */
export async function states(sql: Sql): Promise<Record<string, number>> {
  const rows = await sql<{ state: string; count: number }[]>`
    select state, count(*)::int4 as count from app.delivery group by state`
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
