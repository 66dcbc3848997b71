import type { ChaosUrls } from './database.ts'
import type { Done } from './done.ts'
import { simulations } from './simulations.ts'

/**
 * Simulators as their own process, one for each database: `node worker.ts NAME '[{"appUrl", "indexerUrl"}]' SIZE`. The parent sends seeds; each
 * simulator takes the next when it is free, and tells how the last one ended.
 */
const simulation = simulations.find(({ name }) => name === process.argv[2])
if (!simulation) throw new Error(`there is no simulation ${process.argv[2]}`)
const databases: ChaosUrls[] = JSON.parse(process.argv[3] ?? '[]')
const simulators = await Promise.all(databases.map((urls) => simulation.open(urls, Number(process.argv[4]))))
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
