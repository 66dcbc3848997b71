/** Full years on a day, as the calendar counts them. Both dates as YYYY-MM-DD. */
export function ageOn(birthDate: string, today: string): number {
  const [year, ...day] = birthDate.split('-')
  const [yearNow, ...dayNow] = today.split('-')
  const hadBirthday = dayNow.join('-') >= day.join('-')
  return Number(yearNow) - Number(year) - (hadBirthday ? 0 : 1)
}

const STATED =
  /\b(1[3-9]|2[0-5])\s*(?:\+|(?:or|and) (?:over|older|above)\b|(?:years?|yrs?)\b|(?:jahren?|ans|años|anni|jaar|anos)\b|歳)|\b(?:over|above|at least|older than|über|mindestens|plus de|mayor(?:es)? de|più di|ouder dan)\s+(?:the age of\s+)?(1[3-9]|2[0-5])\b/i
const ADULT =
  /\b(of (legal )?age|legal age|age of majority|an adult|volljährig|majeure?|mayor de edad|maggiorenne|meerderjarig|maior de idade)\b|成人/i

/** The least age that a sentence asks for ("I am 18 or over", "volljährig"); undefined when it asks for none. */
export function statedAge(text: string): number | undefined {
  const [, before, after] = STATED.exec(text) ?? []
  if (before ?? after) return Number(before ?? after)
  return ADULT.test(text) ? 18 : undefined
}
