/**
 * TLS between a worker and a web process by a key that both know (RFC 4279), with a fresh ephemeral key each time: who
 * learns the page's key later reads nothing of what was said.
 */
export const lineCipher = {
  ciphers: 'ECDHE-PSK-CHACHA20-POLY1305',
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.2',
} as const

/** "host:port" or "[::1]:port", taken apart. */
export function partsOf(address: string): { host: string; port: number } {
  const { hostname, port } = new URL(`tls://${address}`)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) }
}

export function addressOf(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}
