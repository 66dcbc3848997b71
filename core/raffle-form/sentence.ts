/** The sentences of a page's text; a line break ends one too. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n|(?<=[.!?])\s+|(?<=。)/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '')
}

/** What follows is said of a case that may be or not: "if you have already entered". */
const CASE =
  /\b(if|once|when|whenever|unless|whether|after|until|in case|that have|who have|falls|wenn|sobald|nachdem|si (vous|tu|ya|has|ha|usted|hai)|lorsque|une fois|cuando|quando|se (hai|sei)|wanneer)\b|[^。]*(場合|後に)/i

/** The first sentence that says this outright; undefined when none does, or only of some case. */
export function sentenceSaying(text: string, pattern: RegExp): string | undefined {
  return sentencesOf(text).find((sentence) => {
    const match = pattern.exec(sentence)
    return match !== null && !CASE.test(sentence.slice(0, match.index))
  })
}
