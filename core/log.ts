/** The part of pino that our code uses: fields first, then the message. */
export type Logger = {
  debug: (fields: object, message: string) => void
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

/** Fields that hold secrets, or what members trust us with, whatever object they are in. */
const secret = [
  ...['password', 'password_hash', 'current_password', 'authorization', 'cookie', 'token', 'refresh_token'],
  ...['proof', 'signature', 'key', 'cvc', 'card', 'sealed', 'sealed_code', 'shipping', 'shipping_address'],
  ...['email', 'private_key', 'keys'],
]

/** What Postgres says of a row that it refuses: `Key (email)=(ann@example.org) already exists.` */
const quoting = ['err.detail', 'err.where', 'err.parameters']

const CUT = '[cut]'

/** Secrets that stand inside of a text, where no field's name tells: a URL's user and password, tokens, private keys. */
const within: readonly [RegExp, string][] = [
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/@"\\]+@/gi, `$1${CUT}@`],
  [/\bBearer [^\s"\\]+/gi, `Bearer ${CUT}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, CUT],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)/gs, CUT],
]

/** One line of a log as it is written. Pure. */
export function scrubLine(line: string): string {
  return within.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line)
}

/** pino's options for one process. Anything that could be a secret is cut out: fields by their name up to four levels deep, and texts. */
export function logOptions(name: string, level: string) {
  const depths = ['', '*.', '*.*.', '*.*.*.']
  const paths = [...secret.flatMap((field) => depths.map((depth) => `${depth}${field}`)), ...quoting]
  return { name, level, redact: { paths, censor: CUT }, hooks: { streamWrite: scrubLine } }
}
