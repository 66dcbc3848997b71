import { uuidv7 } from '../../../core/id.ts'
import { connect } from '../../../db/client.ts'
import { postgresPort } from '../../../scripts/seed/running.ts'
import { openSecrets } from '../../../scripts/start/secrets.ts'
import type { Stack } from './stack.ts'

/** The database of a running SNPD, as its owner. */
export const ownerUrlOf = ({ data }: Stack) =>
  `postgres://snpd:${openSecrets(data).postgres.owner}@127.0.0.1:${postgresPort(data, '')}/snpd`

/** One more drop for everyone, at another shop. @returns its slug */
export async function addDropAt(stack: Stack, productUrl: string): Promise<string> {
  const sql = connect(ownerUrlOf(stack), { name: 'test', max: 1 })
  const [id, slug] = [uuidv7(), `lockkeeper-${uuidv7().slice(-6)}`]
  await sql`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at)
    select ${id}, ${slug}, 'Lockkeeper Mid', sneaker_id, store_id, ${productUrl}, 15000, 'USD', ${['9', '10']},
      now() - interval '1 hour'
    from app.drop limit 1`
  await sql.end()
  return slug
}
