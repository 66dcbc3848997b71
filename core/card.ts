/** Hex words and UUIDs are identifiers, however many decimal digits they happen to hold. */
const identifiers = /\b0x[0-9a-f]{40,}\b|\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi
/** Whole runs of digits, in the groups people type: "4111 1111 1111 1111", "4111-1111-…". */
const runs = /\d(?:[ .-]?\d)*/g

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

/** True when a text holds 13 to 19 digits that pass Luhn's rule: a payment card number, as far as anyone can tell. */
export function hasCardNumber(text: string): boolean {
  return (text.replace(identifiers, ' ').match(runs) ?? [])
    .map((run) => run.replace(/\D/g, ''))
    .some((digits) => digits.length >= 13 && digits.length <= 19 && passesLuhn(digits))
}
