import type { Server } from 'socket.io'

/** How the web processes reach each other's sockets: that a session has ended, and that there are news. */
export type Cluster = {
  adapter: NonNullable<Parameters<Server['adapter']>[0]>
  close: () => Promise<void>
}
