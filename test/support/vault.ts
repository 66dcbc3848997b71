import { addKek } from '../../adapters/keys/files.ts'
import { uuidv7 } from '../../core/id.ts'
import type { ShippingAddress } from '../../core/member/shape.ts'
import { updateMember } from '../../db/members/update.ts'
import { createPurchase } from '../../db/purchases/create.ts'
import { rotateVault } from '../../db/vault/rotate.ts'
import { databaseForTest } from './database.ts'
import { keysForTest } from './keys.ts'
import { addCatalog, addMember } from './members.ts'

type Owner = { id: string; address: ShippingAddress }

/** A database with two members who each keep an address, and a drop to ask for. */
export async function vaultForTest() {
  const { app, appUrl } = await databaseForTest()
  const { ring, files } = await keysForTest()
  const { sneakerId, storeId } = await addCatalog(app)
  const dropId = uuidv7()
  await app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    values (${dropId}, 'd', 'Drop', ${sneakerId}, ${storeId}, 'https://shop.example/p', 15000, 'USD', ${['10']}, now())`
  const join = async (username: string): Promise<Owner> => {
    const { id } = await addMember(app, username)
    const place = { city: 'Portland', state: 'OR', zip_code: '97201', country: 'US' }
    const address = { name: username, street: `1 ${username} St`, ...place }
    await updateMember(app, ring, { id, shipping_address: address })
    return { id, address }
  }
  const buy = ({ id: memberId }: Owner, shipping: ShippingAddress) => {
    const terms = { drop_id: dropId, size: '10', max_total_minor: 1, currency: 'USD' }
    const input = { ...terms, mode: 'review' as const }
    return createPurchase(app, ring, { memberId, input, shipping, email: 'k@example.org' })
  }
  const rotate = async () => {
    await addKek(files.vault, { use: true })
    const failed = (_: string, error: unknown) => {
      throw error
    }
    await rotateVault(app, ring, { report: () => undefined, failed })
  }
  return { app, appUrl, files, ring, ann: await join('ann'), ben: await join('ben'), buy, rotate }
}
