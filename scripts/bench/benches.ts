import type { Run } from './run.ts'

type Bench = {
  name: string
  what: string
  /** Loaded only when asked for: a bench may need engines that another does not. */
  load: () => Promise<Run>
}

/** Every bench of `npm run bench`. */
export const benches: readonly Bench[] = [
  {
    name: 'alerts',
    what: 'from a change at a shop to sockets; --part latency|checks|fanout|gateways|lying',
    load: () => import('./alerts.ts').then(({ runAlerts }) => runAlerts),
  },
  {
    name: 'auth',
    what: 'log-ins and nonces on Postgres and Redis beside the bare framework; --seconds, --connections',
    load: () => import('./auth.ts').then(({ runAuth }) => runAuth),
  },
  {
    name: 'checkout',
    what: 'walks beside a script written for each shop, and what one worker carries; --part, --runs, --only, --jobs',
    load: () => import('./checkout.ts').then(({ runCheckoutBench }) => runCheckoutBench),
  },
  {
    name: 'draw',
    what: "a raffle's draw and its whole proof, as a reader's device checks it; --entries, --prizes, --runs",
    load: () => import('./draw.ts').then(({ runDraw }) => runDraw),
  },
  {
    name: 'drop',
    what: 'a drop: members online, a restock told, checkouts asked for at once, feeds read; --members, --asks, --reads, --shops, --drain, --seed, --profile',
    load: () => import('./drop.ts').then(({ runDrop }) => runDrop),
  },
  {
    name: 'feed',
    what: 'posts near by in seven cities, held against brute force, beside PostGIS and earthdistance; --posts, --looks, --seconds, --seed, --earthdistance',
    load: () => import('./feed.ts').then(({ runFeed }) => runFeed),
  },
  {
    name: 'gas',
    what: "the contracts' gas against the spec's bars and named peers; --update commits to new figures",
    load: () => import('./gas.ts').then(({ runGas }) => runGas),
  },
  {
    name: 'indexer',
    what: "backfill, reorgs and kills against Ponder's and the machine's limit; --part, --runs, --kills, --peers, --limit",
    load: () => import('./indexer.ts').then(({ runIndexer }) => runIndexer),
  },
  {
    name: 'latency',
    what: 'from a mined block to its rows, over WebSocket and by polling; a number says how many blocks',
    load: () => import('./indexer/latency.ts').then(({ runLatency }) => runLatency),
  },
  {
    name: 'settle',
    what: 'awards and relayed requests, from due to mirrored, beside one transaction each; --part, --count, --runs, --block',
    load: () => import('./settle.ts').then(({ runSettle }) => runSettle),
  },
  {
    name: 'web',
    what: "the pages as a member's phone has them: Lighthouse, axe, the scripts' weight; --part, --runs, --origin",
    load: () => import('./web.ts').then(({ runWeb }) => runWeb),
  },
]
