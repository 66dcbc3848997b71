/** Hex words, UUIDs and the address of a Discord webhook are identifiers, however many decimal digits they happen to hold. */
const identifiers =
  /\/api\/webhooks\/\d{17,20}\/[\w-]{60,}|\b0x[0-9a-f]{40,}\b|\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi
/** What people and their editors put between groups of digits: "4111 1111", "4111-1111", "4111 – 1111", a line's end. */
const between = /[\s.\p{Pd}\u2212]{1,3}/u
const runs = new RegExp(`\\d+(?:${between.source}\\d+)*`, 'gu')
/** What nobody sees between digits: zero-width characters, combining marks. */
const unseen = /[\p{Cf}\p{M}]/gu
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

/** An Arabic, Devanagari or any other decimal digit as ours: Unicode keeps each script's ten in a row. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value % 10)
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
  // Full-width digits and no-break spaces become the plain ones. A letter for an identifier: it parts what is around it.
  const plain = text.normalize('NFKC').replace(unseen, '').replace(identifiers, 'x')
  const digits = plain.replace(/(?!\d)\p{Nd}/gu, plainDigit)
  return (digits.match(runs) ?? []).some((run) => hasCard(run.split(between)))
}
