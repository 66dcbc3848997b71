import { z } from 'zod'
import { cellShape } from '../cell/shape.ts'
import { weiShape } from '../member/shape.ts'

/** A city cell with stores in it. */
export const cityShape = z.object({ cell: cellShape, name: z.string(), stores: z.int() })

/** A city's scout bonuses of the running epoch, wei. */
const poolShape = z.object({ budget: weiShape, left: weiShape, ends_at: z.iso.datetime() })
export type Pool = z.infer<typeof poolShape>

/** A street cell with stores in it. */
const streetShape = z.object({ cell: cellShape, name: z.string() })

export const cityDetailShape = cityShape.extend({
  streets: z.array(streetShape),
  pool: poolShape,
  /** Areas (resolution 7) with stores, and what a scout's find pays there now, in basis points of the award. */
  areas: z.array(z.object({ cell: cellShape, factor: z.int() })),
})
export type City = z.infer<typeof cityShape>
export type CityDetail = z.infer<typeof cityDetailShape>
