import { z } from 'zod'
import { channelInputShape, channelShape } from '../channel/shape.ts'

/** Bridges of one group. */
export const MOST_BRIDGES = 5

/** A webhook of a Discord channel, to which the group's alerts go too. */
export const bridgeInputShape = channelInputShape.omit({ kind: true })
export type BridgeInput = z.infer<typeof bridgeInputShape>

/** A bridge as moderators see it. Its address is a secret: who knows it can write there. */
export const bridgeShape = channelShape.omit({ kind: true }).extend({ made_by: z.string().nullable() })
export type Bridge = z.infer<typeof bridgeShape>

/** What came of a test alert over a bridge. */
export const bridgeTestShape = z.object({ arrived: z.boolean(), message: z.string() })
