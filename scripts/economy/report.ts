import { BAR, overBar, type Take } from './take.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const headings = ['who', 'members', 'karma/day each', 'of a regular', 'of all', 'lost to the discount']

function rowOf({ group, members, each, ofRegular, share, lost }: Take): string[] {
  return [group, String(members), each.toFixed(2), percent(ofRegular), percent(share), percent(lost)]
}

function tableOf(rows: readonly string[][]): string[] {
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
}

/** What is printed: a table, and whether the bar holds. */
export function sayTakes(takes: readonly Take[]): string {
  const [head = '', ...lines] = tableOf([headings, ...takes.map(rowOf)])
  const groups = (['honest', 'farmer', 'ring'] as const).flatMap((kind) => [
    '',
    { honest: 'Honest members', farmer: 'Farmers on their own', ring: 'Rings' }[kind],
    ...lines.filter((_, index) => takes[index]?.kind === kind),
  ])
  const over = overBar(takes).map(({ group }) => group)
  const verdict =
    over.length === 0
      ? `held: no ring takes ${percent(BAR)} of an honest regular's karma per member`
      : `MISSED by ${over.join(', ')}: ${percent(BAR)} of an honest regular's karma per member`
  return [head, ...groups, '', verdict].join('\n')
}
