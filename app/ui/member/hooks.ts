'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NotificationSettings } from '../../../core/member/notifications.ts'
import { statements } from '../../../core/member/statements.ts'
import { useMe } from '../api/hooks.ts'
import { asProblem } from '../api/problem.ts'
import * as queries from '../api/queries.ts'
import { browserGet, request } from '../api/request.ts'
import { type Signer, signStatement } from '../session/siwe.ts'

/** A member's password, or a message that one of their wallets signed. */
export type Proof = { password: string } | { proof: { message: string; signature: string } }

function useOwn<Options extends object>(options: Options) {
  const { data: me } = useMe()
  return { ...options, enabled: Boolean(me) }
}

export const useWallets = () => useQuery(useOwn(queries.walletsQuery(browserGet)))
export const useSessions = () => useQuery(useOwn(queries.sessionsQuery(browserGet)))
export const useNotifications = () => useQuery(useOwn(queries.notificationsQuery(browserGet)))
export const useConfirmed = () => useQuery(useOwn(queries.confirmedQuery(browserGet)))

/** What a change makes stale; a refusal for want of a proof makes the page ask for one. */
function useAftermath(...keys: string[]) {
  const client = useQueryClient()
  const forget = (names: string[]) =>
    Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] }))).then(() => undefined)
  return {
    onSuccess: () => forget(keys),
    onError: (error: Error) => (asProblem(error).code === 'auth.confirm' ? forget(['confirmed']) : undefined),
  }
}

export function useConfirm() {
  return useMutation({
    mutationFn: (body: Proof) => request({ path: '/me/confirm', shape: 'confirmed', method: 'POST', body }),
    ...useAftermath('confirmed'),
  })
}

export function useSaveEmail() {
  return useMutation({
    mutationFn: (email: string | null) =>
      request({ path: '/me', shape: 'member', method: 'PATCH', body: { email } }),
    ...useAftermath('me'),
  })
}

export function useLinkWallet() {
  const { mutateAsync } = useMutation({
    mutationFn: async (signer: Signer) => {
      const body = await signStatement(signer, statements.link)
      return request({ path: '/me/wallets', shape: 'wallets', method: 'POST', body })
    },
    ...useAftermath('wallets', 'me', 'ledger', 'drops', 'drop'),
  })
  return mutateAsync
}

export function usePayTo() {
  return useMutation({
    mutationFn: (address: string) =>
      request({ path: `/me/wallets/${address}`, shape: 'wallets', method: 'PATCH', body: { paid_to: true } }),
    ...useAftermath('wallets', 'me'),
  })
}

export function useUnlink() {
  return useMutation({
    mutationFn: (address: string) =>
      request({ path: `/me/wallets/${address}`, shape: 'wallets', method: 'DELETE' }),
    ...useAftermath('wallets', 'me', 'ledger', 'drops', 'drop'),
  })
}

export function useChangePassword() {
  return useMutation({
    mutationFn: ({ password, proof }: { password: string; proof: Proof }) => {
      const given = 'password' in proof ? { current_password: proof.password } : proof
      return request({ path: '/me/password', shape: 'nothing', method: 'PUT', body: { password, ...given } })
    },
    ...useAftermath('me', 'sessions'),
  })
}

/** Ends one session, or all others. */
export function useEndSessions() {
  return useMutation({
    mutationFn: (which: string | 'others') =>
      request({
        path: which === 'others' ? '/me/sessions' : `/me/sessions/${which}`,
        shape: 'nothing',
        method: 'DELETE',
      }),
    ...useAftermath('sessions'),
  })
}

export function useSaveNotifications() {
  return useMutation({
    mutationFn: (body: NotificationSettings) =>
      request({ path: '/me/notifications', shape: 'notifications', method: 'PUT', body }),
    ...useAftermath('notifications'),
  })
}

export function useDeleteMember() {
  return useMutation({
    mutationFn: (body: Proof) => request({ path: '/me', shape: 'nothing', method: 'DELETE', body }),
  })
}
