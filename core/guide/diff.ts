import { z } from 'zod'

const kinds = ['same', 'added', 'removed'] as const
export type LineKind = (typeof kinds)[number]
type Line = { kind: LineKind; text: string }

/** One line of two versions, or so many that are the same in both. */
export const changeShape = z.union([
  z.object({ kind: z.enum(kinds), text: z.string() }),
  z.object({ kind: z.literal('skipped'), lines: z.int().min(1) }),
])
export type Change = z.infer<typeof changeShape>

/** Lines shown before and after what changed. */
const AROUND = 3
/** Pieces within pieces; beyond it a piece is told as taken out and written anew. */
const MOST_DEEP = 50

const all = (kind: LineKind, lines: readonly string[]): Line[] => lines.map((text) => ({ kind, text }))

/** The lines that are in a text once, with where they are. */
function single(lines: readonly string[]): Map<string, number> {
  const [once, often] = [new Map<string, number>(), new Set<string>()]
  for (const [at, line] of lines.entries()) {
    if (once.has(line)) often.add(line)
    once.set(line, at)
  }
  for (const line of often) once.delete(line)
  return once
}

type Pair = { old: number; new: number; before: Pair | undefined }

/** Lines that are once in both and in one order in both, as many as there are (patience sorting). */
function anchors(from: readonly string[], to: readonly string[]): Pair[] {
  const places = single(to)
  const ends: Pair[] = []
  for (const [line, old] of single(from)) {
    const at = places.get(line)
    if (at === undefined) continue
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle]?.new ?? 0) < at) low = middle + 1
      else high = middle
    }
    ends[low] = { old, new: at, before: ends[low - 1] }
  }
  const found: Pair[] = []
  for (let pair = ends.at(-1); pair; pair = pair.before) found.unshift(pair)
  return found
}

function compare(from: readonly string[], to: readonly string[], deep: number): Line[] {
  const shorter = Math.min(from.length, to.length)
  let [head, tail] = [0, 0]
  while (head < shorter && from[head] === to[head]) head++
  while (tail < shorter - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++
  const [old, now] = [from.slice(head, from.length - tail), to.slice(head, to.length - tail)]
  return [
    ...all('same', from.slice(0, head)),
    ...between(old, now, deep),
    ...all('same', from.slice(from.length - tail)),
  ]
}

/** Of two pieces that neither begin nor end alike. */
function between(from: readonly string[], to: readonly string[], deep: number): Line[] {
  const pairs = deep < MOST_DEEP ? anchors(from, to) : []
  if (pairs.length === 0) return [...all('removed', from), ...all('added', to)]
  const lines: Line[] = []
  let [old, now] = [0, 0]
  for (const pair of [...pairs, { old: from.length, new: to.length }]) {
    lines.push(...compare(from.slice(old, pair.old), to.slice(now, pair.new), deep + 1))
    lines.push(...all('same', from.slice(pair.old, pair.old + 1)))
    ;[old, now] = [pair.old + 1, pair.new + 1]
  }
  return lines
}

/**
 * What has to be taken out of one text and written into it to make the other, line by line, in the order in which it is read.
 * Pure; n log n in lines but for texts that repeat themselves.
 * @see https://bramcohen.livejournal.com/73318.html (patience diff: lines that are there once hold the rest together)
 */
export function compareLines(from: string, to: string): Line[] {
  return compare(from.split('\n'), to.split('\n'), 0)
}

/** The same without what is far from any change. Pure. */
export function changesOf(from: string, to: string): Change[] {
  const lines = compareLines(from, to)
  const near = new Set<number>()
  for (const [at, { kind }] of lines.entries())
    if (kind !== 'same') for (let by = -AROUND; by <= AROUND; by++) near.add(at + by)
  const shown: Change[] = []
  for (const [at, line] of lines.entries()) {
    const last = shown.at(-1)
    if (near.has(at)) shown.push(line)
    else if (last?.kind === 'skipped') last.lines++
    else shown.push({ kind: 'skipped', lines: 1 })
  }
  return shown
}
