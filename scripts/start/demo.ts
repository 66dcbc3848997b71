import { connect } from '../../db/client.ts'
import { seed } from '../seed/seed.ts'

/** The demo's members, shops, sneakers and drops; a second run changes nothing. */
export async function seedDemo(appUrl: string, shopUrl: string): Promise<{ detail: string }> {
  const sql = connect(appUrl, { name: 'seed', max: 2 })
  try {
    await seed({ sql, shopUrl, now: new Date() })
    return { detail: 'there' }
  } finally {
    await sql.end({ timeout: 1 })
  }
}
