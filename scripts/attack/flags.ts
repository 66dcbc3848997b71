import { z } from 'zod'
import { parseCell } from '../../core/cell/cell.ts'
import { readFlags, refusing, shaped } from '../cli/flags.ts'

const refuse = refusing(
  'npm run attack-location -- [--origin http://localhost:3000] [--near CELL] [--patience SECONDS] [--json]',
)
const shape = z.object({
  origin: z.url('the address of an SNPD'),
  near: z.string().optional(),
  patience: z.coerce.number().int().min(0).max(86_400),
  json: z.boolean(),
})

export type AttackFlags = {
  /** Of the instance that is attacked: one's own. */
  origin: string
  /** The area, a cell of resolution 7, whose posts are attacked; undefined: one with shops. */
  near: string | undefined
  /** How long it waits for one answer when the instance asks it to come back later, seconds. */
  patience: number
  json: boolean
}

/** The command line of `npm run attack-location`. Pure. @throws Final `config.invalid`, `cell.invalid` */
export function parseAttackFlags(args: string[]): AttackFlags {
  const options = {
    origin: { type: 'string', default: 'http://localhost:3000' },
    near: { type: 'string' },
    // A minute's reads; new members' posts of ten.
    patience: { type: 'string', default: '600' },
    json: { type: 'boolean', default: false },
  } as const
  const { origin, near, patience, json } = shaped(shape, readFlags(args, options, refuse), refuse)
  return { origin: new URL(origin).origin, near: near && parseCell(near, 'area'), patience, json }
}
