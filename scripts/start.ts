import { run } from './start/run.ts'

// `npm start`: all of SNPD from built pages, until it is asked to stop.
await run('production')
