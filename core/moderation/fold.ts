/** What nobody sees: joiners, direction marks, combining marks. */
const unseen = /[\p{Cf}\p{M}]/gu

/** Letters of other scripts, digits and signs that are read as a Latin letter; after Unicode TS 39's confusables. */
const looks: readonly (readonly [string, string])[] = [
  ['a', 'аαɑ@4'],
  ['b', 'вь8'],
  ['c', 'сϲ'],
  ['d', 'ԁ'],
  ['e', 'еєε3'],
  ['g', 'ɡ'],
  ['h', 'һн'],
  // One letter for four: whoever writes "l" may mean "I".
  ['i', 'іιɩıl1ӏ'],
  ['j', 'јϳ'],
  ['k', 'кκ'],
  ['m', 'м'],
  ['n', 'ո'],
  ['o', 'оοσ0'],
  ['p', 'рρ'],
  ['q', 'ԛ'],
  ['s', 'ѕ$5'],
  ['t', 'тτ7'],
  ['u', 'υս'],
  ['v', 'ѵν'],
  ['w', 'ԝω'],
  ['x', 'хχ'],
  ['y', 'уγ'],
  ['z', '2'],
]
const letterOf: ReadonlyMap<string, string> = new Map(
  looks.flatMap(([letter, like]) => [...like].map((sign) => [sign, letter] as const)),
)

/** A text as the eye takes it, for comparing only: one case, no accents, nothing unseen, look-alikes as one letter. */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(unseen, '').toLowerCase()
  return Array.from(plain, (sign) => letterOf.get(sign) ?? sign).join('')
}

/** Letters with something between each: "s p a m", "s.p.a.m". */
const spelled = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][^\p{L}\p{N}]{1,3}){2,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu

/** What a folded text spells out letter by letter, each put together. */
export function spelledOut(folded: string): string[] {
  return (folded.match(spelled) ?? []).map((letters) => letters.replace(/[^\p{L}\p{N}]/gu, ''))
}
