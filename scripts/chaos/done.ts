import { z } from 'zod'

/** How a seed ended, as the worker tells it. */
export const doneShape = z.object({
  seed: z.int(),
  ms: z.number(),
  /** How often each fault happened. */
  faults: z.array(z.tuple([z.string(), z.int()])),
  /** What is wrong in the end. */
  red: z.string().optional(),
})
export type Done = z.infer<typeof doneShape>
