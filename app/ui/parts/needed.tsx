import { type ComponentType, lazy } from 'react'
import { Problem } from '../api/problem.ts'
import { words } from '../messages/api/request.ts'
import { ErrorNotice } from './notice.tsx'

/** As of any question that nobody answered. */
const Missing = () => (
  <ErrorNotice
    error={
      new Problem({
        status: 0,
        code: 'offline',
        detail: words.snpdDidNotAnswer,
        fix: words.reloadThePageIt,
      })
    }
  />
)

/**
 * A part whose code comes later, and that its reader cannot do without: where its code cannot be had, the page stands and
 * says so in its place. What nobody would miss is `dispensable`.
 */
export const needed = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy<ComponentType<Props>>(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: Missing }),
    ),
  )
