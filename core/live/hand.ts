import { z } from 'zod'
import { handKeys, PAGE_SIZE } from './limits.ts'

const at = { x: z.number().min(0).max(4096), y: z.number().min(0).max(4096) }
/** Of the picture that is pressed on: a press that was meant for another size of the page would meet something else. */
const on = z.strictObject({ width: z.int().min(1).max(4096), height: z.int().min(1).max(4096) })
const way = z.number().min(-4096).max(4096)

/** One thing that the member's hand does in the worker's page; places are CSS pixels from the page's upper left. */
export const handShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('move'), ...at }),
  z.strictObject({ kind: z.literal('down'), ...at, clicks: z.int().min(1).max(3), on }),
  z.strictObject({ kind: z.literal('up'), ...at, clicks: z.int().min(1).max(3) }),
  z.strictObject({ kind: z.literal('wheel'), ...at, dx: way, dy: way }),
  z.strictObject({
    kind: z.literal('text'),
    text: z
      .string()
      .max(500)
      .regex(/^\P{Cc}+$/u),
  }),
  z.strictObject({ kind: z.literal('key'), key: z.enum(handKeys), shift: z.boolean() }),
  z.strictObject({
    kind: z.literal('size'),
    width: z.int().min(PAGE_SIZE.width.min).max(PAGE_SIZE.width.max),
    height: z.int().min(PAGE_SIZE.height.min).max(PAGE_SIZE.height.max),
  }),
])
export type Hand = z.infer<typeof handShape>
