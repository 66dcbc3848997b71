import type { Entrant } from '../../adapters/raffles/adapter.ts'
import type { EntryWork } from '../../db/raffle-forms/work.ts'

const nowhere = { street: '', city: '', state: '', zip_code: '', country: '' }

/** Who enters: the vault's address, the member's mail and what they said beside it. What they did not say stays unanswered. Pure. */
export function entrantOf({
  email,
  details,
  address,
}: Pick<EntryWork, 'email' | 'details' | 'address'>): Entrant {
  const {
    first_name: given,
    last_name: family,
    size,
    phone,
    birth_date,
    instagram,
    stores,
    receive,
  } = details
  const name = `${given} ${family}`
  return {
    buyer: { ...(address ?? nowhere), email, given, family, name, ...(phone ? { phone } : {}) },
    ...{
      size,
      stores,
      birthDate: birth_date ?? null,
      instagram: instagram ?? null,
      receive: receive ?? null,
    },
    answers: {},
  }
}
