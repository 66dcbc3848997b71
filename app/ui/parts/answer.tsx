import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { words } from '../messages/parts/answer.ts'
import { Button } from './button.tsx'
import { ErrorNotice } from './notice.tsx'
import { Waiting } from './waiting.tsx'

type Props<Data> = {
  query: UseQueryResult<Data>
  /** e.g. "Loading restocks" */
  waiting: string
  children: (data: Data) => ReactNode
}

/** A query's data, or its waiting or its error state. Old data stays on the screen when a refetch fails. */
export function Answer<Data>({ query, waiting, children }: Props<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (!query.error) return <Waiting what={waiting} />
  return (
    <ErrorNotice error={query.error}>
      <Button className="justify-self-start" busy={query.isFetching} onClick={() => query.refetch()}>
        {words.tryAgain}
      </Button>
    </ErrorNotice>
  )
}
