'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PaymentCard } from '../../../core/payment/purpose.ts'
import type { SealedCard } from '../../../core/payment/shape.ts'
import { Problem } from '../api/problem.ts'
import { browserGet, request } from '../api/request.ts'
import { path, paymentQuery } from './query.ts'

export const usePayment = () => useQuery(paymentQuery(browserGet))

/**
 * Seals a card in this browser. Apart from the mutation below, which remembers what it was called with: the card itself
 * must not stay in any cache.
 */
export async function sealHere(memberId: string, card: PaymentCard): Promise<Omit<SealedCard, 'label'>> {
  if (!globalThis.crypto?.subtle)
    throw new Problem({
      status: 0,
      code: 'client',
      detail: 'This browser cannot seal anything here.',
      fix: 'Open this site over https, or with a newer browser.',
    })
  const [key, { sealCard }] = await Promise.all([
    browserGet('/payment/key', 'paymentKey'),
    import('../../../core/payment/seal.ts'),
  ])
  return sealCard(key, memberId, card)
}

function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: ['payment'] })
  return useMutation({ mutationFn: change, onSuccess })
}

export const useKeepPayment = () =>
  useChange((body: SealedCard) => request({ path, shape: 'payment', method: 'PUT', body }))

export const useForgetPayment = () => useChange(() => request({ path, shape: 'nothing', method: 'DELETE' }))
