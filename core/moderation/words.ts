import { fold, spelledOut } from './fold.ts'

/** A text, folded once for all words that it is compared with. */
export type Folded = { text: string; spelled: readonly string[] }

/** What a text is compared as. */
export function foldText(text: string): Folded {
  const folded = fold(text)
  return { text: folded, spelled: spelledOut(folded) }
}

const asItIs = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Each run of a letter, as often or oftener: neighbours differ, so a match never has to be tried twice. */
function patternOf(word: string): string {
  const runs = word.match(/(.)\1*/gsu) ?? []
  return runs
    .map((run) => {
      const letters = Array.from(run)
      const [letter = ''] = letters
      return /\s/.test(letter) ? '[^\\p{L}\\p{N}]+' : `${asItIs(letter)}{${letters.length},}`
    })
    .join('')
}

/** True when the text holds the word (or the words) as whole words, however they are disguised. */
export function holdsWord({ text, spelled }: Folded, word: string): boolean {
  const wanted = fold(word).trim()
  if (wanted === '') return false
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${patternOf(wanted)}(?![\\p{L}\\p{N}])`, 'u')
  if (whole.test(text)) return true
  // Nobody sees where a word ends that is spelled out: "s c a m a shoe".
  const anywhere = new RegExp(patternOf(wanted.replace(/\s/g, '')), 'u')
  return spelled.some((letters) => anywhere.test(letters))
}
