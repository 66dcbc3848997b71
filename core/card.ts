/** Hex words and UUIDs are identifiers, however many decimal digits they happen to hold. */
const identifiers = /\b0x[0-9a-f]{40,}\b|\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi
/** Runs of digits in the groups people type: "4111 1111 1111 1111", "4111-1111-…". */
const runs = /\d+(?:[ .-]\d+)*/g
const SHORTEST = 13
const LONGEST = 19

/** The check digit rule of ISO/IEC 7812-1 annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    const weighted = index % 2 === 1 ? digit * 2 : digit
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return sum % 10 === 0
}

/** Whether some neighbouring groups together are a card number: "size 10 4111 1111 1111 1111" has one after the 10. */
function hasCard(groups: string[]): boolean {
  return groups.some((_, first) => {
    let digits = ''
    for (let at = first; at < groups.length && digits.length <= LONGEST; at++) {
      digits += groups[at]
      if (digits.length >= SHORTEST && digits.length <= LONGEST && passesLuhn(digits)) return true
    }
    return false
  })
}

/**
 * True when a text holds 13 to 19 digits that pass Luhn's rule: a payment card number, as far as anyone can tell. No
 * issuer's prefix is asked for, they change; so one in ten of other numbers that long is taken for a card too (ADR 017).
 */
export function hasCardNumber(text: string): boolean {
  // Full-width digits and no-break spaces become the plain ones.
  const plain = text.normalize('NFKC').replace(identifiers, ' ')
  return (plain.match(runs) ?? []).some((run) => hasCard(run.split(/[ .-]/)))
}
