import type { TokenKeys } from '../../core/auth/token.ts'

/**
 * A secret of the site for one purpose, that lasts as long as its token key and is kept nowhere: Ed25519 signatures are
 * deterministic (RFC 8032), so one over a fixed text will do.
 */
export async function pepperOf(
  { privateKey }: TokenKeys,
  purpose: 'idempotency' | 'device',
): Promise<Uint8Array> {
  const text = Buffer.from(`snpd.${purpose}.pepper`)
  return new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, text))
}
