import { run } from './start/run.ts'

// `npm run dev`: the same with hot reload.
await run('development')
