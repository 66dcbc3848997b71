import { z } from '@hono/zod-openapi'

/** Bounds the work; checkPassword says what a good one is. */
export const passwordShape = z.string().min(1).max(1000)
