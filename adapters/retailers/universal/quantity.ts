import type { Walk } from '../adapter.ts'

/** How many pairs blocks about the walk's item speak of, whatever its name counts: "Heron x 2". */
export function quantityOf({ facts }: Pick<Walk, 'facts'>, blocks: string[]): number | undefined {
  return quantityIn(blocks.map((block) => block.replace(facts.title, ' ')))
}

/** How many pairs the blocks about the item speak of; undefined when they name no number. */
export function quantityIn(blocks: string[]): number | undefined {
  const pattern =
    /(?<!\p{L})(?:qty|quantity|menge|anzahl|quantité|cantidad|quantità|aantal|quantidade|ilość|antal|määrä|množství|adet|الكمية|数量)\W{0,3}(\d+)|[×x]\s?(\d+)\b|\b(\d+)\s?[×x]\s(?:(\d{1,3})(?![\d.,]))?|\b(\d+)\s?(?:st|szt|stk|kpl|ks)\b/iu
  const numbers = blocks.flatMap((block) => {
    const [, ...found] = pattern.exec(block) ?? []
    // "size 42 × 1" and "1 × 150 kr": the lesser one counts.
    const counts = found.filter(Boolean).map(Number)
    return counts.length > 0 ? [Math.min(...counts)] : []
  })
  return numbers.length > 0 ? Math.max(...numbers) : undefined
}
