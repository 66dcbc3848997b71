import { getResolution } from 'h3-js'
import type { Result } from './attacks.ts'
import type { Evidence } from './gather.ts'
import { cellsIn } from './leaks.ts'

export type Report = {
  area: string
  posts: number
  /** Looks from around that the instance took for real, and all. */
  looks: { there: number; all: number }
  /** Sockets that were let listen, and those of them that heard of a post. */
  ears: { hearing: number; all: number }
  /** Resolutions of the cells that posts were told as, the finest first. */
  told: number[]
  /** Accounts of the attack that the instance did not delete, and their posts with them. */
  kept: string[]
  results: Result[]
  smallest: Result
}

/** Pure. */
export function reportOf(area: string, evidence: Evidence, results: Result[]): Omit<Report, 'kept'> {
  const { posts, around, reads, again, ears } = evidence
  const smallest = results.reduce((least, each) => (each.cells < least.cells ? each : least))
  const there = around.filter(({ status, isPeek }) => status === 200 && !isPeek).length
  const told = [...new Set(cellsIn([reads, again]).map(getResolution))].sort((one, other) => other - one)
  const hearing = ears.filter(({ news }) => news.length > 0).length
  return {
    ...{ area, posts: posts.length, looks: { there, all: around.length }, told, results, smallest },
    ears: { hearing, all: ears.filter(({ isLet }) => isLet).length },
  }
}

const cellsWord = (cells: number) => `${Number(cells.toFixed(3))} ${cells === 1 ? 'cell' : 'cells'}`
const sizeOf = ({ cells, km2 }: Result) => `${cellsWord(cells)} of resolution 7, ${km2.toFixed(2)} km²`

/** Whether somebody's post is narrowed to less than the area that its author's device told. */
export function isBroken({ smallest }: Report): boolean {
  return smallest.cells < 1
}

/** Lines for a person. Pure. */
export function sayReport(report: Report): string {
  const { area, posts, looks, ears, told, kept, results, smallest } = report
  return [
    `${posts} anonymous posts in and around ${area}, told as cells of resolution ${told.join(' and ') || 'none'};`,
    `${looks.all} looks from around, ${looks.there} of them taken for real; ${ears.all} sockets, ${ears.hearing} of them heard of posts.`,
    '',
    ...results.map((result) => `  ${result.attack.padEnd(19)} ${sizeOf(result).padEnd(42)} ${result.how}`),
    '',
    `The smallest area that a post was narrowed to: ${sizeOf(smallest)} (${smallest.attack}).`,
    isBroken(report)
      ? 'FAILED: that is less than its author’s device told.'
      : 'Not less than its author’s device told. Of areas beyond those that were posted from nothing is said.',
    ...kept.map((username) => `Could not delete its account ${username}: do it by hand.`),
  ].join('\n')
}
