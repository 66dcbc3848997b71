import { Final } from '../errors.ts'
import { MAX_LENGTH, MIN_LENGTH } from './length.ts'

/** Whole passwords of 15 characters and more that open lists of leaked passwords begin with, lower case. */
const common = new Set([
  '123456789012345',
  '1234567890123456',
  '12345678901234567890',
  '1234567890abcdef',
  '0123456789abcdef',
  '1q2w3e4r5t6y7u8i',
  '1qaz2wsx3edc4rfv',
  '1q2w3e4r5t6y7u8i9o0p',
  'qwertyuiopasdfgh',
  'qwertyuiopasdfghjkl',
  'qwertyuiopasdfghjklzxcvbnm',
  'abcdefghijklmno',
  'abcdefghijklmnop',
  'abcdefghijklmnopqrstuvwxyz',
  'administrator123',
  'correcthorsebatterystaple',
  'correct horse battery staple',
  'iloveyouiloveyou',
  'letmeinletmeinletmein',
  'mypasswordismypassword',
  'passwordpassword1',
  'passwordpassword123',
  'thisismypassword',
  'trustno1trustno1',
  'unitedstatesofamerica',
])

/** The password in the one form that is hashed (RFC 8265: NFC would do, NFKC also folds full-width keyboards). */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC')
}

/** True for "aaaa…", "abcabcabc…": at most 8 characters said again and again. */
function isRepetition(text: string): boolean {
  return /^(.{1,8}?)\1+$/su.test(text)
}

function weakness(password: string, context: readonly string[]): string | undefined {
  const length = [...password].length
  if (length < MIN_LENGTH) return `The password has ${length} characters; it needs at least ${MIN_LENGTH}.`
  if (length > MAX_LENGTH) return `The password has ${length} characters; ${MAX_LENGTH} are the most.`
  const lower = password.toLowerCase()
  if (common.has(lower)) return 'The password is on the list of those that attackers try first.'
  if (isRepetition(lower)) return 'The password repeats the same few characters.'
  const rest = context.reduce(
    (text, word) => (word.length > 2 ? text.replaceAll(word.toLowerCase(), '') : text),
    lower,
  )
  if (rest.length < 8) return 'The password is made of your name, your email or the name of this site.'
  return undefined
}

/**
 * Refuses a password that is too short, too long or easy to guess.
 * @param context words an attacker would try for this very member: username, email
 * @throws Final `member.password`
 */
export function checkPassword(password: string, context: readonly string[]): void {
  const message = weakness(normalizePassword(password), [...context, 'sneaker', 'password', 'snpd'])
  if (message)
    throw new Final({
      code: 'member.password',
      message,
      fix: 'Use a few unrelated words, or a password manager; spaces are fine.',
    })
}
