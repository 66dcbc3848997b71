import { parseArgs } from 'node:util'
import { parseCell } from '../../core/cell/cell.ts'
import { Final } from '../../core/errors.ts'

const usage = 'npm run attack-location -- [--origin http://localhost:3000] [--near CELL] [--json]'

export type AttackFlags = {
  /** Of the instance that is attacked: one's own. */
  origin: string
  /** The area, a cell of resolution 7, whose posts are attacked; undefined: one with shops. */
  near: string | undefined
  json: boolean
}

/** The command line of `npm run attack-location`. Pure. @throws Final `config.invalid`, `cell.invalid` */
export function parseAttackFlags(args: string[]): AttackFlags {
  const options = {
    origin: { type: 'string', default: 'http://localhost:3000' },
    near: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const
  try {
    const { origin, near, json } = parseArgs({ args, options }).values
    return { origin: new URL(origin).origin, near: near && parseCell(near, 'area'), json }
  } catch (cause) {
    if (cause instanceof Final) throw cause
    const { message } = cause as Error
    throw new Final({ code: 'config.invalid', message, fix: `Usage: ${usage}`, cause })
  }
}
