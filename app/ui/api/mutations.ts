'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Return } from '../../../core/checkout/lent.ts'
import type { PurchaseInput } from '../../../core/checkout/shape.ts'
import type { MemberWordInput } from '../../../core/checkout/word.ts'
import type { ShippingAddress } from '../../../core/member/shape.ts'
import type { RestockReport } from '../../../core/restock/shape.ts'
import { request } from './request.ts'

function useForget() {
  const client = useQueryClient()
  return (...keys: string[]) =>
    Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] }))).then(() => undefined)
}

export function useReportRestock() {
  const forget = useForget()
  return useMutation({
    mutationFn: (body: RestockReport) =>
      request({ path: '/restocks', shape: 'restock', method: 'POST', body }),
    onSuccess: () => forget('restocks', 'ledger'),
  })
}

export function useConfirmRestock(id: string) {
  const forget = useForget()
  return useMutation({
    mutationFn: () =>
      request({ path: `/restocks/${id}/confirm`, shape: 'restock', method: 'POST', body: {} }),
    onSuccess: () => forget('restocks', 'ledger'),
  })
}

export function useRequestCheckout() {
  const forget = useForget()
  return useMutation({
    mutationFn: (body: PurchaseInput) =>
      request({ path: '/purchase-requests', shape: 'purchase', method: 'POST', body }),
    onSuccess: () => forget('purchases'),
  })
}

/** Yes or no to a checkout in review; yes names the total that was seen. */
export function useDecide(id: string) {
  const forget = useForget()
  return useMutation({
    mutationFn: (decision: { totalMinor: number } | 'cancel') => {
      const cancel = decision === 'cancel'
      return request({
        path: `/purchase-requests/${id}/${cancel ? 'cancel' : 'confirm'}`,
        shape: 'nothing',
        method: 'POST',
        body: cancel ? {} : { total_minor: decision.totalMinor },
      })
    },
    onSettled: () => forget('purchase', 'purchases'),
  })
}

/** The worker's page, given back. */
export function useGiveBack(id: string) {
  const forget = useForget()
  return useMutation({
    mutationFn: (how: Return) =>
      request({
        path: `/purchase-requests/${id}/give-back`,
        shape: 'nothing',
        method: 'POST',
        body: { how },
      }),
    onSettled: () => forget('purchase', 'purchases'),
  })
}

/** What the member says came of an order that nobody could read about. */
export function useSayWord(id: string) {
  const forget = useForget()
  return useMutation({
    mutationFn: (body: MemberWordInput) =>
      request({ path: `/purchase-requests/${id}/word`, shape: 'nothing', method: 'POST', body }),
    onSettled: () => forget('purchase', 'purchases'),
  })
}

export function useSaveMember() {
  const forget = useForget()
  return useMutation({
    mutationFn: (body: { username?: string; shipping_address?: ShippingAddress | null }) =>
      request({ path: '/me', shape: 'member', method: 'PATCH', body }),
    onSuccess: () => forget('me'),
  })
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => request({ path: '/auth/logout', shape: 'nothing', method: 'POST', body: {} }),
    // A full load: nothing of this member stays in memory.
    onSuccess: () => window.location.assign('/'),
  })
}

type Credentials =
  | { kind: 'login'; login: string; password: string }
  | { kind: 'register'; username: string; email: string; password: string }

export function usePasswordSignIn(next: string) {
  return useMutation({
    mutationFn: ({ kind, ...body }: Credentials) =>
      request({ path: `/users/${kind}`, shape: 'signedIn', method: 'POST', body }),
    onSuccess: () => window.location.assign(next),
  })
}
