import { expect, test } from 'vitest'
import { cornerCatalogue } from './catalogue.ts'
import { liveOn } from './life.ts'
import { openStore, stockOf } from './store.ts'

const sold = cornerCatalogue.flatMap((sneaker) =>
  sneaker.sizes.map(({ size, stock }) => ({ sneaker, size, stock })),
)

test('what was sold out comes and goes, each in its turn, and what is on sale stays so', () => {
  const store = openStore('none')
  const came = new Set<string>()
  for (let n = 0; n < 40; n++) {
    liveOn(store, n)
    const back = sold.filter(({ sneaker, size, stock }) => stock === 0 && stockOf(store, sneaker, size) > 0)
    expect(back.length).toBe(Math.min(n + 1, 2))
    for (const { sneaker, size } of back) came.add(`${sneaker.name} ${size}`)
  }
  expect(came.size).toBe(sold.filter(({ stock }) => stock === 0).length)
  const others = sold.filter(({ stock }) => stock > 0)
  expect(others.every(({ sneaker, size, stock }) => stockOf(store, sneaker, size) === stock)).toBe(true)
})
