import { newNonce } from '../../core/auth/name.ts'
import { uuidv7 } from '../../core/id.ts'
import { writeChannel } from '../../db/channels/write.ts'
import { writeDeadLetter } from '../../db/pool/write.ts'
import { createPurchase } from '../../db/purchases/create.ts'
import { addMember } from '../support/members.ts'
import { admins, type Expectation } from './who.ts'
import type { World } from './world.ts'

const word = () => newNonce().slice(0, 16)

/** A stranger's checkout that was given up on before its fence. @returns its id */
async function deadCheckout({ web, catalog }: World): Promise<string> {
  const { sql, vault } = web.api
  const { id: memberId } = await addMember(sql, `u_${word()}`)
  const shipping = {
    name: 'O',
    street: '1 Side',
    city: 'Troy',
    state: 'NY',
    zip_code: '12180',
    country: 'US',
  }
  const id = await createPurchase(sql, vault, {
    ...{ memberId, shipping, email: `${word()}@example.test` },
    input: { drop_id: catalog.dropId, size: '10', max_total_minor: 20_000, currency: 'USD', mode: 'review' },
  })
  await sql`update app.purchase_request set state = 'not-ordered' where id = ${id}`
  await writeDeadLetter(sql, { id, state: 'walking' }, { code: 'db.unreachable', message: 'It died.' })
  return id
}

/** A stranger's message that was given up on. @returns its id */
async function deadDelivery({ web }: World): Promise<string> {
  const { sql, vault } = web.api
  const { id: memberId } = await addMember(sql, `u_${word()}`)
  const address = { kind: 'discord' as const, url: `http://127.0.0.1:9/${word()}` }
  const { id: channelId } = await writeChannel(sql, vault, { memberId, label: 'Theirs', address })
  const [id, alertId] = [uuidv7(), uuidv7()]
  await sql`
    insert into app.notice (alert_id, at, content) values (${alertId}, now(), ${sql.json({ kind: 'restock' })})`
  await sql`
    insert into app.delivery (id, alert_id, member_id, channel_id, due_at, gather, urgent, state, tries, problem, ended_at)
    values (${id}, ${alertId}, ${memberId}, ${channelId}, now(), false, false, 'dead', 5, 'It said no.', now())`
  return id
}

/** What admins look at and start again. */
export const operator: Record<string, Expectation> = {
  'GET /api/operator': admins(200),
  'GET /api/operator/dead-letters': admins(200),
  'POST /api/operator/dead-letters/checkouts/{id}/replay': {
    params: async (world) => ({ id: await deadCheckout(world) }),
    ...admins(200),
  },
  'POST /api/operator/dead-letters/deliveries/{id}/replay': {
    params: async (world) => ({ id: await deadDelivery(world) }),
    ...admins(204),
  },
  'POST /api/operator/dead-letters/deliveries/replay': admins(200),
}
