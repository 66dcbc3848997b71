import { states } from '../../../test/support/notify.ts'
import type { Answered, CrowdReport } from './crowd.ts'
import type { DropGround } from './ground.ts'

/** What became of all that was accepted and told. */
export type Truth = {
  accepted: number
  /** Of those accepted, by state: ends, and what still stands in the queue. */
  states: Record<string, number>
  orders: number
  /** What is lost, twice or untrue, in words. */
  wrong: string[]
  /** Of the members' own addresses. */
  deliveries: Record<string, number>
}

type Row = { id: string; member: string; drop: string; state: string; email: string }

/** Each accepted request stands where it was put, and nothing stands there that was not. */
function wrongRequests(rows: readonly Row[], accepted: readonly Answered[]): string[] {
  const kept = new Set(rows.map(({ id }) => id))
  const lost = accepted.filter(({ id }) => !kept.has(id)).length
  const strange = rows.length - (accepted.length - lost)
  return [
    ...(lost > 0 ? [`${lost} accepted requests are nowhere`] : []),
    ...(strange > 0 ? [`${strange} requests that nobody was told of`] : []),
  ]
}

/** Held against the shops' own counts. */
async function wrongOrders({ shops, drops }: DropGround, rows: readonly Row[]) {
  const wrong: string[] = []
  let orders = 0
  for (const [nth, shop] of shops.entries()) {
    const mine = rows.filter(({ drop }) => drop === drops[nth])
    const body = await (await fetch(`${shop.origin}/__orders`)).json()
    const { counts } = body as { counts: Record<string, number> }
    const said = new Set(mine.filter(({ state }) => state === 'ordered').map(({ email }) => email))
    const behind = new Set(mine.filter(({ state }) => state === 'submitting').map(({ email }) => email))
    for (const [email, count] of Object.entries(counts)) {
      orders += count
      if (count > 1) wrong.push(`${count} orders of ${email} at one shop`)
      if (!said.has(email) && !behind.has(email)) wrong.push(`an order of ${email} that nobody was told of`)
    }
    for (const email of said) if (!counts[email]) wrong.push(`${email} was told of an order that is none`)
  }
  return { orders, wrong }
}

/** @param told restocks that were accepted; each is due at every socket */
function wrongHearing(reports: readonly CrowdReport[], told: number, sockets: number): string[] {
  const heard = reports.reduce((sum, report) => sum + report.heard.length, 0)
  const due = told * sockets
  return [
    ...reports.flatMap(({ wrong }) => wrong.slice(0, 5)),
    ...(heard === due ? [] : [`${heard} of ${due} alerts reached a socket`]),
  ]
}

/** The database, the shops and the sockets, held against what was answered. */
export async function truthOf(ground: DropGround, reports: readonly CrowdReport[]): Promise<Truth> {
  const answered = reports.flatMap((report) => report.answered)
  const accepted = answered.filter(({ kind, status }) => kind === 'ask' && status === 201)
  const told = answered.filter(({ kind, status }) => kind === 'report' && status === 201).length
  const rows = await ground.sql<Row[]>`
    select id, member_id as member, drop_id as drop, state, email from app.purchase_request`
  const jobs = await ground.world.jobs()
  const open = rows.filter(({ state }) =>
    ['queued', 'walking', 'confirmed', 'submitting'].includes(state),
  ).length
  const found = await wrongOrders(ground, rows)
  const wrong = [
    ...wrongRequests(rows, accepted),
    ...found.wrong,
    ...wrongHearing(reports, told, ground.online.length),
    ...(jobs < open ? [`${open} requests are open, and ${jobs} jobs in the queue`] : []),
  ]
  const byState = Object.groupBy(rows, ({ state }) => state)
  return {
    ...{ accepted: accepted.length, orders: found.orders, wrong, deliveries: await states(ground.sql) },
    states: Object.fromEntries(Object.entries(byState).map(([state, list]) => [state, list?.length ?? 0])),
  }
}
