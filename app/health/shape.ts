import { z } from '@hono/zod-openapi'

const statusShape = z.enum(['ok', 'degraded', 'down'])
export const componentShape = z
  .object({
    status: statusShape,
    /** One plain sentence. */
    detail: z.string(),
  })
  .meta({ id: 'HealthComponent' })

export const healthShape = z
  .object({
    status: z.enum(['ok', 'degraded']),
    components: z.object({
      database: componentShape,
      chain: componentShape,
      indexer: componentShape,
      workers: componentShape,
      queue: componentShape,
      browser: componentShape,
      relayer: componentShape,
    }),
  })
  .meta({ id: 'Health' })

export type Component = z.infer<typeof componentShape>
export type Health = z.infer<typeof healthShape>
