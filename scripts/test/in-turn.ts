export type Write = (text: string) => void
type Turn = { tell: Write; end: () => void }

/**
 * Lets several who run side by side write as if one ran after the other: the first who has not ended is heard at once,
 * what the others say is kept until those before them have ended.
 */
export function inTurn(count: number, write: Write): Turn[] {
  const kept = Array.from({ length: count }, () => '')
  const ended = Array.from({ length: count }, () => false)
  let heard = 0
  const tell = (index: number, text: string) => {
    if (index === heard) write(text)
    else kept[index] += text
  }
  const end = (index: number) => {
    ended[index] = true
    while (ended[heard]) {
      heard++
      write(kept[heard] ?? '')
      kept[heard] = ''
    }
  }
  return kept.map((_, index) => ({ tell: (text) => tell(index, text), end: () => end(index) }))
}
