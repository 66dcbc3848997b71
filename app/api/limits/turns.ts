import type { MiddlewareHandler } from 'hono'
import { type Limit, limit } from '../../auth/limit.ts'
import type { Env } from '../context.ts'

/** Of one member in one process, that change something: one may hang at a slow stranger's door while another is answered. */
const MOST_AT_ONCE = 2
const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

type Line = { turn: Limit; inside: number }

/**
 * A member's own changes wait for each other here, and not for their row in Postgres: each that waits there holds one of the
 * few connections that everybody shares, and one who holds a button down had them all (docs/bench.md, a drop). The rate
 * limit bounds the line.
 */
export function inTurns(): MiddlewareHandler<Env> {
  const lines = new Map<string, Line>()
  return async (c, next) => {
    const memberId = c.get('memberId')
    if (memberId === undefined || safe.has(c.req.method)) return next()
    const line = lines.get(memberId) ?? {
      turn: limit({ running: MOST_AT_ONCE, waiting: Number.POSITIVE_INFINITY }),
      inside: 0,
    }
    lines.set(memberId, line)
    line.inside++
    try {
      await line.turn(next)
    } finally {
      if (--line.inside === 0) lines.delete(memberId)
    }
  }
}
