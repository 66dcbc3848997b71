import { locale } from './locale.ts'

const sizes = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

type Unit = (typeof sizes)[number][0]

/** "30 days", "1 hour", as the language that is on says it. */
export const unitText = (count: number, unit: Unit): string =>
  new Intl.NumberFormat(locale.format, { style: 'unit', unit, unitDisplay: 'long' }).format(count)

/** Whole seconds in the largest unit that holds them without a rest: "30 days", "1 hour". */
export function periodText(seconds: number): string {
  const [unit, size] = sizes.find(([, each]) => seconds % each === 0) ?? (['second', 1] as const)
  return unitText(seconds / size, unit)
}
