/** The part of pino that our code uses: fields first, then the message. */
export type Logger = {
  debug: (fields: object, message: string) => void
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

/** pino's options for one process. Anything that could be a secret is cut out, wherever it is nested. */
export function logOptions(name: string, level: string) {
  const secret = [
    'password',
    'password_hash',
    'authorization',
    'cookie',
    'token',
    'refresh_token',
    'current_password',
    'proof',
    'signature',
    'key',
    'cvc',
    'shipping',
    'shipping_address',
    'card',
    'sealed',
    'sealed_code',
  ]
  return {
    name,
    level,
    redact: { paths: secret.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[cut]' },
  }
}
