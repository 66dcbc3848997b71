import type { Photo } from '../../core/photo/shape.ts'
import type { Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { addPhoto, type NewPhoto } from './add.ts'

/**
 * A photo that its member will put into a post: until then nobody finds it, and after a day it is gone.
 * @throws Final `photo.too-many`, `auth.required` of a member who has left, Retryable `photo.store`
 */
export async function sendPhoto(sql: Sql, photo: NewPhoto): Promise<Photo> {
  return inTransaction(sql, async (tx) => {
    await lockMember(tx, photo.memberId)
    return addPhoto(tx, photo)
  })
}
