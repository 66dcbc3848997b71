/** Per cent of all of these, one decimal, 0 where all are nothing. */
export function share(wei: string, all: readonly string[]): number {
  const total = all.reduce((sum, each) => sum + BigInt(each), 0n)
  return total === 0n ? 0 : Number((BigInt(wei) * 1000n) / total) / 10
}
