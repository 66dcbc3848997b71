import { Final } from '../errors.ts'
import { isCommon } from './common-passwords.ts'
import { MAX_LENGTH, MIN_LENGTH, MIN_LENGTH_BESIDE_WALLET } from './length.ts'

/** The password in the one form that is hashed (RFC 8265: NFC would do, NFKC also folds full-width keyboards). */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC')
}

/** True for "aaaa…", "abcabcabc…": at most 8 characters said again and again. */
function isRepetition(text: string): boolean {
  return /^(.{1,8}?)\1+$/su.test(text)
}

/** What is left of a password without the words an attacker would try for this very member. */
function without(lower: string, words: readonly string[]): string {
  return words.reduce(
    (text, word) => (word.length > 2 ? text.replaceAll(word.toLowerCase(), '') : text),
    lower,
  )
}

type Circumstances = {
  /** Words an attacker would try for this very member: username, email. */
  words: readonly string[]
  /** A wallet is linked, so the password is not the only way in. */
  besideWallet: boolean
}

async function weakness(
  password: string,
  { words, besideWallet }: Circumstances,
): Promise<string | undefined> {
  const length = lengthOf(password)
  const least = besideWallet ? MIN_LENGTH_BESIDE_WALLET : MIN_LENGTH
  if (length < least) return `The password has ${length} characters; it needs at least ${least}.`
  if (length > MAX_LENGTH) return `The password has ${length} characters; ${MAX_LENGTH} are the most.`
  const lower = password.toLowerCase()
  if (isRepetition(lower)) return 'The password repeats the same few characters.'
  if (without(lower, [...words, 'sneaker', 'password', 'snpd']).length < Math.min(8, least - 2))
    return 'The password is made of your name, your email or the name of this site.'
  if (await isCommon(lower)) return 'The password is on the list of those that attackers try first.'
  return undefined
}

/** Characters, not code units, of the form that is hashed. */
function lengthOf(password: string): number {
  return [...normalizePassword(password)].length
}

/** Whether a password is too short to be the only way in. */
export function isShort(password: string): boolean {
  return lengthOf(password) < MIN_LENGTH
}

/**
 * Refuses a password that is too short, too long or easy to guess. No rules of composition.
 * @throws Final `member.password`
 */
export async function checkPassword(password: string, circumstances: Circumstances): Promise<void> {
  const message = await weakness(normalizePassword(password), circumstances)
  if (message)
    throw new Final({
      code: 'member.password',
      message,
      fix: 'Use a few unrelated words, or a password manager; spaces are fine.',
    })
}
