const WEI_PER_KARMA = 10n ** 18n

/** Whole karma as wei. */
export function karma(amount: number | bigint): bigint {
  return BigInt(amount) * WEI_PER_KARMA
}

/** Wei as decimal karma without trailing zeros: 10500000000000000000n -> "10.5". Never shown as wei (look.md). */
export function formatKarma(wei: bigint): string {
  const sign = wei < 0n ? '-' : ''
  const absolute = wei < 0n ? -wei : wei
  const fraction = (absolute % WEI_PER_KARMA).toString().padStart(18, '0').replace(/0+$/, '')
  return `${sign}${absolute / WEI_PER_KARMA}${fraction ? `.${fraction}` : ''}`
}
