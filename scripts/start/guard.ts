import { createInterface } from 'node:readline'
import { z } from 'zod'
import { type Member, stopInOrder } from './signal.ts'
import { sweep } from './sweep.ts'

// The guard: a process of its own session that holds a pipe from the supervisor. However the supervisor dies, SIGKILL
// included, the pipe ends, and the guard stops what it left behind. argv: SNPD_RUN, the Postgres folder.
const [run = '', postgres = ''] = process.argv.slice(2)
const lineShape = z.discriminatedUnion('say', [
  z.object({
    say: z.literal('started'),
    pid: z.int().min(2),
    rank: z.int(),
    signal: z.enum(['SIGINT', 'SIGTERM']),
  }),
  z.object({ say: z.literal('ended'), pid: z.int() }),
  z.object({ say: z.literal('done') }),
])

const members = new Map<number, Member>()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
for await (const text of createInterface({ input: process.stdin })) {
  const line = lineShape.parse(JSON.parse(text))
  if (line.say === 'done') process.exit(0)
  if (line.say === 'ended') members.delete(line.pid)
  else members.set(line.pid, line)
}
await stopInOrder([...members.values()])
await sweep(run, { postgres })
process.exit(0)
