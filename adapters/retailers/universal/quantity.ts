/** How many pairs the blocks about the item speak of; undefined when they name no number. */
export function quantityIn(blocks: string[]): number | undefined {
  const pattern =
    /\b(?:qty|quantity|menge|anzahl|quantité|cantidad|quantità|aantal|数量)\W{0,3}(\d+)|[×x]\s?(\d+)\b|\b(\d+)\s?[×x]\s/i
  const numbers = blocks.flatMap((block) => {
    const [, a, b, c] = pattern.exec(block) ?? []
    const number = a ?? b ?? c
    return number ? [Number(number)] : []
  })
  return numbers.length > 0 ? Math.max(...numbers) : undefined
}
