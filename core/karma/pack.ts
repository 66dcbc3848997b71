const AMOUNT_BITS = 96n

/**
 * One award as `awardRun` takes it: the address in the upper 160 bits, wei in the lower 96, as 32 bytes of hex.
 * @throws RangeError when the amount does not fit
 */
export function packAward(to: `0x${string}`, amount: bigint): `0x${string}` {
  if (amount <= 0n || amount >> AMOUNT_BITS)
    throw new RangeError(`an award of ${amount} wei cannot be packed`)
  const word = (BigInt(to) << AMOUNT_BITS) | amount
  return `0x${word.toString(16).padStart(64, '0')}`
}
