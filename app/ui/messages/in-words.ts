/** What one part of the site says, by name: texts, lists of them, and tables of them. A text holds {places} for `fill`. */
export type Words = { readonly [name: string]: Text }
type Text = string | readonly string[] | Words

declare global {
  /** Words of a part in the language that is on; undefined: English. The server's is of the request, a page's its own. */
  var snpdWords: ((part: string) => Words | undefined) | undefined
}

/**
 * English words of one part, which read as those of the language that is on, at each reading: what is read while a
 * module loads stays in the language of whoever came first, so read in functions (scripts/check/texts.ts looks).
 * @param part where these words are used, "drop/gate"; the name under which other languages say them
 */
export function inWords<Table extends object>(part: string, english: Table): Table {
  return new Proxy(english, {
    get: (_, name) => Reflect.get(globalThis.snpdWords?.(part) ?? english, name),
  })
}
