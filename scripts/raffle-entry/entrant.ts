import type { Entrant } from '../../adapters/raffles/adapter.ts'
import type { EntrantProfile } from '../../core/raffle-form/profile.ts'
import type { EntryFlags } from './flags.ts'

const nowhere = { street: '', city: '', state: '', zip_code: '', country: '' }

/** Who enters, in the words of the adapters. Without a profile: nobody, and no form is filled. */
export function entrantOf(
  profile: EntrantProfile | undefined,
  { size, store, receive }: Pick<EntryFlags, 'size' | 'store' | 'receive'>,
): Entrant {
  const { email = '', first_name = '', last_name = '', phone } = profile ?? {}
  const names = { given: first_name, family: last_name, name: `${first_name} ${last_name}`.trim() }
  return {
    buyer: { email, ...names, ...(phone ? { phone } : {}), ...(profile?.address ?? nowhere) },
    size,
    birthDate: profile?.birth_date ?? null,
    instagram: profile?.instagram ?? null,
    stores: [...(store ? [store] : []), ...(profile?.stores ?? [])],
    receive: receive ?? profile?.receive ?? null,
    answers: profile?.answers ?? {},
  }
}
