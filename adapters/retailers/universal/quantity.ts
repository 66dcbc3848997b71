/** How many pairs the blocks about the item speak of; undefined when they name no number. */
export function quantityIn(blocks: string[]): number | undefined {
  // "Tern - 10 × 1" counts behind the sign, "1 × 150,00 €" before it.
  const pattern =
    /\b(?:qty|quantity|menge|anzahl|quantité|cantidad|quantità|aantal|数量)\W{0,3}(\d+)|(?:\b\d+\s?)?[×x]\s?(\d+)\b(?![.,]\d|\s?(?:[€£¥円]|kr\b|zł))|\b(\d+)\s?[×x]\s/i
  const numbers = blocks.flatMap((block) => {
    const [, a, b, c] = pattern.exec(block) ?? []
    const number = a ?? b ?? c
    return number ? [Number(number)] : []
  })
  return numbers.length > 0 ? Math.max(...numbers) : undefined
}
