import { type PlatformShop, startPlatform } from '../fixtures/shops/platforms/server.ts'
import { type PlatformOptions, soundShop } from '../fixtures/shops/platforms/shape.ts'
import { skusOf, ucpAnswer } from '../fixtures/shops/platforms/ucp.ts'
import { soundUcp, type UcpOptions, type UcpState } from '../fixtures/shops/platforms/ucp-shape.ts'

export type UcpShop = { shop: PlatformShop; state: UcpState }

/** Opens a shop that speaks the protocol beside its pages. */
export async function startUcpShop(options: Partial<UcpOptions>, robots = ''): Promise<UcpShop> {
  const ucp = { ...soundUcp, ...options }
  const pages: PlatformOptions = { ...soundShop, software: 'own', picker: 'radio', robots }
  if (ucp.catalog === 'sku') pages.head = skusOf(pages)
  if (ucp.broken === 'busy') pages.broken = 'busy'
  const held: { state?: UcpState } = {}
  const shop = await startPlatform(pages, (_, asked) => held.state && ucpAnswer(held.state, asked))
  const { store, origin } = shop
  const state: UcpState = {
    options: ucp,
    store,
    origin,
    sessions: new Map(),
    orders: [],
    cancelled: [],
    completing: 0,
  }
  held.state = state
  return { shop, state }
}
