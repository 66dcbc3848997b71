import { inWords } from '../in-words.ts'

/**
 * What the API says of a field, by what it says in English; {n} stands for a number in it. English has none: the API says
 * it itself (app/api/say-issue.ts and the shapes). What another language has no words for stays English.
 */
export const fieldWords: Readonly<Record<string, string>> = inWords('api/fields', {})
