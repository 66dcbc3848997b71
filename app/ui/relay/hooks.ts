'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isRelayEnd } from '../../../core/relay/states.ts'
import { useClient, useMe } from '../api/hooks.ts'
import { Problem } from '../api/problem.ts'
import { relaysQuery } from '../api/queries.ts'
import { browserGet } from '../api/request.ts'
import type { Body } from '../api/shapes.ts'
import { useLiveStatus } from '../live/live.tsx'
import { words } from '../messages/relay/hooks.ts'
import type { Signer } from '../session/siwe.ts'
import type { Act, Step } from './act.ts'

/** How often to look again while something is on its way, ms: events tell sooner, unless the line is down. */
const POLL_MS = { live: 4000, deaf: 1500 }

type Relayed = Body<'relayed'>
const isOpen = ({ state }: Relayed) => !isRelayEnd(state)

/** The member's gasless acts, the newest first; watched by events and by polling until all of them have ended. */
export function useRelays() {
  const { data: me } = useMe()
  const every = useLiveStatus() === 'live' ? POLL_MS.live : POLL_MS.deaf
  return useQuery({
    ...relaysQuery(browserGet),
    enabled: Boolean(me),
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? every : false),
  })
}

/** What of the wallet's is still on its way. */
export function useOnTheWay(wallet: string): Relayed[] {
  const items = useRelays().data?.items ?? []
  return items.filter((each) => each.wallet === wallet && isOpen(each))
}

function useKeep() {
  const client = useQueryClient()
  const { queryKey } = relaysQuery(browserGet)
  return (relayed: Relayed) => {
    client.setQueryData(queryKey, (before) => ({
      items: [relayed, ...(before?.items ?? []).filter(({ id }) => id !== relayed.id)],
    }))
    return client.invalidateQueries({ queryKey })
  }
}

type Sent = { signer: Signer; from: string; acts: readonly Act[] }

const notReady = () =>
  new Problem({ status: 0, code: 'client', detail: words.thePageIsNot, fix: words.tryAgain })

/** Has a wallet sign acts, one after the other, and hands them over. `step`: what it is asked for right now. */
export function useSendActs() {
  const { data: client } = useClient()
  const query = useQueryClient()
  const keep = useKeep()
  const [step, setStep] = useState<Step>()
  const [ids, setIds] = useState<readonly string[]>([])
  const sending = useMutation({
    mutationFn: async ({ signer, from, acts }: Sent) => {
      if (!client) throw notReady()
      const { sendAct } = await import('./act.ts')
      const { contracts } = client
      setIds([])
      for (const act of acts) {
        const relayed = await sendAct(act, {
          contracts,
          from: from as `0x${string}`,
          signer,
          report: setStep,
        })
        await keep(relayed)
        setIds((before) => [...before, relayed.id])
      }
    },
    // Refused: what the page shows may be older than what the contract knows.
    onError: () => {
      for (const key of ['passes', 'raffle', 'votes']) void query.invalidateQueries({ queryKey: [key] })
    },
    onSettled: () => setStep(undefined),
  })
  return { sending, step, ids }
}
