import { headers } from 'next/headers'
import { cache } from 'react'
import { Problem } from './problem.ts'
import { type Getter, request } from './request.ts'
import type { ShapeName } from './shapes.ts'

/** One fetch per path and page, whichever components ask. */
const once = cache(async (path: string, shape: ShapeName) => {
  const sent = await headers()
  const origin = sent.get('x-snpd-origin')
  if (!origin)
    throw new Problem({ status: 500, code: 'client', detail: 'The server did not name its origin.' })
  const address = sent.get('x-snpd-address') ?? ''
  return request({ path, shape, origin, cookie: sent.get('cookie') ?? '', address })
})

/** Reads the REST API for the member whose request is being rendered. */
export const serverGet: Getter = (path, shape) =>
  once(path, shape) as ReturnType<typeof request<typeof shape>>
