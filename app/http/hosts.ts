/** What to do with a request by the host it was sent to. */
export type HostVerdict = 'serve' | 'redirect' | 'refuse'

/**
 * Only our own names are served: a foreign name that resolves to this machine (DNS rebinding) is refused. The loopback
 * address is for processes of this machine (REST, health); a person's page view there is sent to the origin, where
 * cookies and wallets work.
 * @param page whether the request reads a page: not the API, not a file
 */
export function judgeHost(
  host: string | undefined,
  { origin, port, page }: { origin: string; port: number; page: boolean },
): HostVerdict {
  if (host === new URL(origin).host) return 'serve'
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return 'refuse'
  return page ? 'redirect' : 'serve'
}
