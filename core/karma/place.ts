import { z } from 'zod'
import { cellShape } from '../cell/shape.ts'

/** A city cell with stores in it. */
export const cityShape = z.object({ cell: cellShape, name: z.string(), stores: z.int() })

/** A street cell with stores in it. */
const streetShape = z.object({ cell: cellShape, name: z.string() })

export const cityDetailShape = cityShape.extend({ streets: z.array(streetShape) })
export type City = z.infer<typeof cityShape>
export type CityDetail = z.infer<typeof cityDetailShape>
