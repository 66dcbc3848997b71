'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PaymentCard } from '../../../core/payment/purpose.ts'
import type { SealedCard, SealedCode } from '../../../core/payment/shape.ts'
import { Problem } from '../api/problem.ts'
import { browserGet, request } from '../api/request.ts'
import { words } from '../messages/payment/hooks.ts'
import { path, paymentQuery } from './query.ts'

export const usePayment = () => useQuery(paymentQuery(browserGet))

/** The workers' key, and what seals to it. */
async function sealing() {
  if (!globalThis.crypto?.subtle)
    throw new Problem({
      status: 0,
      code: 'client',
      detail: words.thisBrowserCannotSeal,
      fix: words.openThisSiteOver,
    })
  return Promise.all([browserGet('/payment/key', 'paymentKey'), import('../../../core/payment/seal.ts')])
}

/**
 * Seals a card in this browser. Apart from the mutation below, which remembers what it was called with: the card itself
 * must not stay in any cache.
 */
export async function sealHere(memberId: string, card: PaymentCard): Promise<Omit<SealedCard, 'label'>> {
  const [key, { sealCard }] = await sealing()
  return sealCard(key, memberId, card)
}

/** Seals a card's security code for one request, likewise. */
export async function sealCodeHere(
  request: { memberId: string; requestId: string },
  code: string,
): Promise<SealedCode> {
  const [key, { sealCode }] = await sealing()
  return sealCode(key, request, code)
}

function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: ['payment'] })
  return useMutation({ mutationFn: change, onSuccess })
}

export const useKeepPayment = () =>
  useChange((body: SealedCard) => request({ path, shape: 'payment', method: 'PUT', body }))

export const useForgetPayment = () => useChange(() => request({ path, shape: 'nothing', method: 'DELETE' }))
