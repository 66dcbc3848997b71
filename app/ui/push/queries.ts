import { queryOptions } from '@tanstack/react-query'
import { browserGet } from '../api/request.ts'

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: () => browserGet('/me/channels', 'channels'),
})

export const followsQuery = queryOptions({
  queryKey: ['follows'],
  queryFn: () => browserGet('/me/follows', 'follows'),
})
