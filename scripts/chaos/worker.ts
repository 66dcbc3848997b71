import { openSimulator } from '../../test/support/sim.ts'
import type { Done } from './done.ts'

/**
 * Simulators as their own process, one for each database: `node worker.ts '["postgres://…"]'`. The parent sends seeds; each
 * simulator takes the next when it is free, and tells how the last one ended.
 */
const databases: string[] = JSON.parse(process.argv[2] ?? '[]')
const simulators = await Promise.all(databases.map(openSimulator))
const free = [...simulators]
const tell = (done: Done) => process.send?.(done)

process.on('message', async (seed: number) => {
  const simulator = free.pop()
  if (!simulator) throw new Error('more seeds than simulators')
  const told = await simulator.run(seed).then(
    ({ faults, ms }): Done => ({ seed, ms, faults: [...faults] }),
    (error: Error): Done => ({ seed, ms: 0, faults: [], red: error.message }),
  )
  free.push(simulator)
  tell(told)
})
process.on('disconnect', async () => {
  await Promise.all(simulators.map(({ close }) => close()))
  process.exit(0)
})
// The parent, which a terminal interrupts too, gives no more seeds then, and lets us end in peace.
process.on('SIGINT', () => undefined)
process.send?.('ready')
