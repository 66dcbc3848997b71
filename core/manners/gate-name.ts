/**
 * Whose gate a URL is behind: its origin; at the usual ports with and without www., by http and by https are one, since
 * each leads to the other.
 */
export function gateName({ protocol, hostname, port, origin }: URL): string {
  const isWeb = protocol === 'https:' || protocol === 'http:'
  if (!isWeb || port !== '') return origin
  return `https://${hostname.replace(/^www\.(?=[^.]+\.)/, '').replace(/\.$/, '')}`
}
