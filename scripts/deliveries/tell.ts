import type { DeadDelivery } from '../../db/deliveries/list.ts'
import type { DeliveryLoad } from '../../db/deliveries/load.ts'

/** What `npm run deliveries -- status` prints. Pure. */
export function tellLoad(load: DeliveryLoad): string {
  const { behind, waiting, due, oldest_seconds, sent, dead, dropped, channels, failing } = load
  const oldest = oldest_seconds === null ? '' : `, the oldest for ${Math.round(oldest_seconds)} s`
  return [
    `${waiting} wait, ${due} of them are due${oldest}; ${behind} alerts are not handed out yet.`,
    `${sent} sent and ${dropped} dropped of late; ${dead} dead.`,
    `${channels} channels, ${failing} of them failing.`,
  ].join('\n')
}

function deadLine({ id, kind, channel, host, username, tries, problem, ended_at }: DeadDelivery): string {
  const at = ended_at.toISOString().slice(0, 16).replace('T', ' ')
  const where = channel === null ? 'its channel is gone' : `${channel} ${host ?? ''}`.trim()
  return `${id}  ${at}Z  ${kind}  ${username ?? '(left)'}  ${where}  ${tries} tries\n  ${problem.split('\n')[0]}`
}

/** What `npm run deliveries -- dead` prints. Pure. */
export function tellDead(dead: readonly DeadDelivery[]): string {
  return dead.length === 0 ? 'There are no dead letters.' : dead.map(deadLine).join('\n')
}
