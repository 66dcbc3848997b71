import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * What every process of ours is told, however little else: where programs are, and where Node keeps what it has compiled.
 * Without that a process strips the types of some hundred files and compiles them anew, half of the time that it takes to
 * start.
 */
export function shell() {
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE = join(tmpdir(), 'snpd-compiled') } = process.env
  return { PATH, HOME, NODE_COMPILE_CACHE, NODE_ENV: 'test' as const }
}
