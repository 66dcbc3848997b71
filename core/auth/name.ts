/** A first username for a member who came with a wallet: "runner_ab12cd". They may change it. */
export function startingUsername(): string {
  return `runner_${randomHex(3)}`
}

/** 128 random bits as 32 letters a-p: alphanumeric as ERC-4361 asks, and never taken for a run of card digits. */
export function newNonce(): string {
  return randomHex(16).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
}

/** Random bytes as hex, from the platform's cryptographic generator. */
export function randomHex(bytes: number): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes))
  return Array.from(values, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
