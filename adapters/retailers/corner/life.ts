import { cornerCatalogue } from './catalogue.ts'
import { type Store, setStock } from './store.ts'

/** Pairs that come in at a time, and how many events later they are gone again. */
const PAIRS = 3
const LASTS = 2

/** What is sold out when the shop opens: nothing else comes and goes, so that what is on sale stays so. */
const soldOut = cornerCatalogue.flatMap((sneaker) =>
  sneaker.sizes.filter(({ stock }) => stock === 0).map(({ size }) => ({ sneaker, size })),
)

/** The n-th thing that happens at the shop, the same in every run: a size comes in, another sells out. */
export function liveOn(store: Store, n: number): void {
  const at = (index: number) => soldOut[(index * 3) % soldOut.length]
  const [comes, goes] = [at(n), n < LASTS ? undefined : at(n - LASTS)]
  if (goes) setStock(store, goes, 0)
  if (comes) setStock(store, comes, PAIRS)
}

/** The simulated shop lives by itself, for the demo: something happens every so many seconds; 0: nothing does. */
export function startLife(store: Store, everySeconds: number): () => void {
  if (everySeconds === 0) return () => undefined
  let n = 0
  const timer = setInterval(() => liveOn(store, n++), everySeconds * 1000)
  return () => clearInterval(timer)
}
