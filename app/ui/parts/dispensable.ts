import { type ComponentType, lazy } from 'react'

const Nothing = () => null

/**
 * A part whose code comes later, and that a page can do without: where its code cannot be had, as on a kept page without a
 * connection, nothing stands in its place. `lazy` alone would take the whole page down.
 */
export const dispensable = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy<ComponentType<Props>>(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: Nothing }),
    ),
  )
