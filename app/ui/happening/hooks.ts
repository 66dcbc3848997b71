'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { HappeningInput, RsvpAnswer } from '../../../core/happening/shape.ts'
import type { HouseRule } from '../../../core/moderation/rules.ts'
import { request } from '../api/request.ts'

function useForget(id?: string) {
  const client = useQueryClient()
  const keys = [['happenings'], ['map'], ...(id === undefined ? [] : [['happening', id]])]
  return () => Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
}

export function useAnnounce() {
  const forget = useForget()
  return useMutation({
    mutationFn: (body: HappeningInput) =>
      request({ path: '/happenings', shape: 'happening', method: 'POST', body }),
    onSuccess: forget,
  })
}

/** Null takes the answer back. */
export function useAnswer(id: string) {
  const forget = useForget(id)
  return useMutation({
    mutationFn: (answer: RsvpAnswer | null) =>
      answer === null
        ? request({ path: `/happenings/${id}/rsvp`, shape: 'nothing', method: 'DELETE' })
        : request({ path: `/happenings/${id}/rsvp`, shape: 'nothing', method: 'PUT', body: { answer } }),
    onSettled: forget,
  })
}

export function useCallOff(id: string) {
  const forget = useForget(id)
  return useMutation({
    mutationFn: () => request({ path: `/happenings/${id}`, shape: 'nothing', method: 'DELETE' }),
    onSettled: forget,
  })
}

/** For moderators. Leads away: the event is not there any more. */
export function useTakeDown(id: string) {
  const forget = useForget()
  return useMutation({
    mutationFn: (body: { rule: HouseRule; note: string }) =>
      request({ path: `/happenings/${id}/remove`, shape: 'nothing', method: 'POST', body }),
    onSuccess: async () => {
      await forget()
      window.location.assign('/events')
    },
  })
}
