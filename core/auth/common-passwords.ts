/** Long ones that open lists of leaked passwords begin with and the package's list, mostly short ones, leaves out. */
const long = new Set([
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

/** The 49,000 of @zxcvbn-ts/language-common (from leaked lists), loaded when the first password is chosen: 0.5 MB. */
async function listed(word: string): Promise<boolean> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return dictionary['passwords-common'].includes(word)
}

/** Whether attackers try it first: a listed password, also with digits and signs around it. @param lower in lower case */
export async function isCommon(lower: string): Promise<boolean> {
  const word = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return long.has(lower) || (await listed(lower)) || (word !== '' && (await listed(word)))
}
