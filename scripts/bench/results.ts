import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Bar } from './run.ts'
import { table } from './table.ts'

const barShape = z.object({
  what: z.string(),
  figure: z.string(),
  bar: z.string(),
  held: z.boolean(),
  peer: z.string().optional(),
  ratio: z.string().optional(),
})
const resultShape = z.object({
  bench: z.string(),
  /** The flags: with fewer runs or rows a figure means less. */
  flags: z.array(z.string()),
  at: z.iso.datetime(),
  machine: z.string(),
  /** Load average of the last minute when it began: what else the machine did. */
  load: z.number(),
  held: z.boolean(),
  bars: z.array(barShape),
})
export type Result = z.infer<typeof resultShape>

/** The processor, its cores and the memory, as figures are compared by. */
export function machineOf(): string {
  const [cpu] = cpus()
  return `${cpu?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`
}

export type Measured = {
  bench: string
  flags: readonly string[]
  load: number
  held: boolean
  bars: readonly Bar[]
}

/** Keeps what a bench found; the next run of it takes its place. */
export function keepResult(folder: string, { flags, bars, ...rest }: Measured): void {
  mkdirSync(folder, { recursive: true })
  const at = new Date().toISOString()
  const result: Result = { ...rest, flags: [...flags], bars: [...bars], at, machine: machineOf() }
  writeFileSync(join(folder, `${rest.bench}.json`), `${JSON.stringify(result, null, 1)}\n`)
}

/** What was kept; a file that another version wrote counts as none. */
export function readResults(folder: string): Result[] {
  try {
    return readdirSync(folder).flatMap(
      (name) => resultShape.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).data ?? [],
    )
  } catch {
    return []
  }
}

export const currentLoad = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10

function rowsOf(bench: string, result: Result | undefined): string[][] {
  if (!result) return [[bench, 'not measured on this machine', '', '', '', '', `npm run bench -- ${bench}`]]
  const when = `${result.at.slice(0, 16)}Z, load ${result.load}${result.flags.length > 0 ? `, ${result.flags.join(' ')}` : ''}`
  if (result.bars.length === 0)
    return [[bench, 'no bar of the specs', '', '', '', result.held ? 'ran' : 'FAILED', when]]
  return result.bars.map(({ what, figure, bar, peer = '', ratio = '', held }) => [
    ...[bench, what, figure, bar, ratio && `${ratio} of ${peer}`, held ? 'held' : 'MISSED', when],
  ])
}

/** The one table of all bars: bench, figure, bar, ratio to a peer, verdict, when and under which load. Pure. */
export function tableOf(benches: readonly string[], results: readonly Result[]): string[] {
  const rows = benches.flatMap((bench) =>
    rowsOf(
      bench,
      results.find((result) => result.bench === bench),
    ),
  )
  const machines = [...new Set(results.map(({ machine }) => machine))]
  return [
    ...table([['bench', 'what', 'figure', 'bar', 'ratio to a peer', 'verdict', 'when'], ...rows]),
    '',
    ...machines.map((machine) => `Machine: ${machine}.`),
  ]
}
