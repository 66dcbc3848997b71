import { queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'

const path = (id: string) => `/raffles/${encodeURIComponent(id)}`

export const rafflesQuery = (get: Getter, of: 'open' | 'over') =>
  queryOptions({ queryKey: ['raffles', of], queryFn: () => get(`/raffles?of=${of}&limit=50`, 'raffles') })

export const raffleQuery = (get: Getter, id: string) =>
  queryOptions({ queryKey: ['raffle', id], queryFn: () => get(path(id), 'raffle') })

export const proofQuery = (get: Getter, id: string) =>
  queryOptions({ queryKey: ['raffle', id, 'proof'], queryFn: () => get(`${path(id)}/proof`, 'raffleProof') })

export const ownPrizesQuery = (get: Getter, id: string) =>
  queryOptions({
    queryKey: ['raffle', id, 'prizes'],
    queryFn: () => get(`${path(id)}/prizes`, 'rafflePrizes'),
  })

export const winnersQuery = (get: Getter, id: string) =>
  queryOptions({
    queryKey: ['raffle', id, 'winners'],
    queryFn: () => get(`${path(id)}/winners`, 'raffleWinners'),
  })

export const askedEntriesQuery = (get: Getter) =>
  queryOptions({ queryKey: ['shop-draws'], queryFn: () => get('/raffle-forms', 'askedEntries') })

export const plansQuery = (get: Getter) =>
  queryOptions({ queryKey: ['raffles', 'plans'], queryFn: () => get('/raffle-plans', 'rafflePlans') })
