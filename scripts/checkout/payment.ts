import type { PaymentDetails } from '../../adapters/retailers/adapter.ts'
import type { Profile } from '../../core/checkout/profile.ts'
import type { Prompt } from './prompt.ts'

/**
 * Gives a walk the profile's card, and the code only when a shop asks for the card: from the environment or the
 * person at the terminal. Null without a card.
 */
export function paymentFrom(
  profile: Profile | undefined,
  given: string | undefined,
  prompt: Prompt | undefined,
): () => Promise<PaymentDetails | null> {
  let asked: Promise<string> | undefined
  return async () => {
    if (!profile?.card) return null
    const name = profile.card.name ?? `${profile.first_name} ${profile.last_name}`
    if (given === undefined && prompt) asked ??= prompt.secret("The card's security code: ")
    const typed = given ?? (await asked)
    return { card: { ...profile.card, name }, code: typed && /^\d{3,4}$/.test(typed) ? typed : null }
  }
}
