import { fieldWords } from '../messages/api/fields.ts'

/** What the API says of a field, in the language that is on. */
export function fieldText(message: string): string {
  const same = fieldWords[message]
  if (same) return same
  const [head = '', ...rest] = message.split(': ')
  if (rest.length > 0 && fieldWords[head]) return `${fieldWords[head]}: ${rest.join(': ')}`
  const numbers = message.match(/\d+/g) ?? []
  let next = 0
  return fieldWords[message.replace(/\d+/g, '{n}')]?.replaceAll('{n}', () => numbers[next++] ?? '') ?? message
}
