import { z } from '@hono/zod-openapi'

const statusShape = z.enum(['ok', 'degraded', 'down'])
export const componentShape = z
  .object({
    status: statusShape,
    /** One plain sentence. */
    detail: z.string(),
  })
  .meta({ id: 'HealthComponent' })

const queueShape = z
  .object({
    ...componentShape.shape,
    /** Checkouts that no worker has begun; null when it is not known. */
    waiting: z.int().nullable(),
    /** Since when the oldest of them waits. */
    oldest_seconds: z.number().nullable(),
    /** Checkouts between their first page and their end. */
    under_way: z.int().nullable(),
    /** Checkouts that were given up on, and that nobody has started again (npm run pool). */
    dead: z.int().nullable(),
  })
  .meta({ id: 'QueueHealth' })
const monitorShape = z
  .object({
    ...componentShape.shape,
    /** Product pages that are watched; null when it is not known. */
    targets: z.int().nullable(),
    /** Of them, past their time. */
    overdue: z.int().nullable(),
    /** By how much the most overdue is. */
    oldest_seconds: z.number().nullable(),
    /** Their last look told nothing. */
    failing: z.int().nullable(),
  })
  .meta({ id: 'MonitorHealth' })
const deliveriesShape = z
  .object({
    ...componentShape.shape,
    /** Alerts on their way to a channel; null when it is not known. */
    waiting: z.int().nullable(),
    /** Alerts that were not handed out to channels yet. */
    behind: z.int().nullable(),
    /** Since when the oldest waits for a worker, and not for its hour or its receiver. */
    oldest_seconds: z.number().nullable(),
    /** Nobody tries them again (npm run deliveries). */
    dead: z.int().nullable(),
  })
  .meta({ id: 'DeliveriesHealth' })
export const healthShape = z
  .object({
    status: z.enum(['ok', 'degraded']),
    components: z.object({
      database: componentShape,
      chain: componentShape,
      indexer: componentShape,
      workers: componentShape,
      queue: queueShape,
      browser: componentShape,
      relayer: componentShape,
      /** The account that opens and draws raffles, where there is one. */
      raffler: componentShape,
      /** The account that carries juries' verdicts to the contract, where there is one. */
      arbiter: componentShape,
      /** The account that carries out what votes decided, where there is one. */
      keeper: componentShape,
      monitor: monitorShape,
      deliveries: deliveriesShape,
    }),
  })
  .meta({ id: 'Health' })

export type Component = z.infer<typeof componentShape>
export type DeliveriesHealth = z.infer<typeof deliveriesShape>
export type MonitorHealth = z.infer<typeof monitorShape>
export type QueueHealth = z.infer<typeof queueShape>
export type Health = z.infer<typeof healthShape>
