import { locale } from './locale.ts'

/** "{name} broke their word" with its places filled; what no value is given for stays as it is. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

/** A text that counts, by the plural rules of its language; {n} is the count. */
export type Forms = { one: string; other: string }

/** "1 member", "12 members". */
export function plural(forms: Forms, count: number): string {
  const one = new Intl.PluralRules(locale.lang).select(count) === 'one'
  return fill(one ? forms.one : forms.other, { n: count })
}
