import { z } from 'zod'
import { MAX_PHOTO_BYTES } from './limits.ts'

/** As base64; what it holds is looked at when it is drawn anew. */
export const photoInputShape = z.strictObject({
  image: z
    .string()
    .min(1)
    .max(4 * Math.ceil(MAX_PHOTO_BYTES / 3), 'a picture of 8 MB at most')
    .meta({ description: 'base64' }),
})

/** Its picture, WebP, is at /api/photos/{id}; in pixels. */
export const photoShape = z.object({ id: z.uuid(), width: z.int(), height: z.int() })
export type Photo = z.infer<typeof photoShape>
