/** "150" or "150.00" as minor units, or undefined when it is no amount. */
export function minorOf(text: string): number | undefined {
  const match = /^\s*\$?(\d{1,6})(?:[.,](\d{1,2}))?\s*$/.exec(text)
  if (!match) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
