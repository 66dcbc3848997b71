import { config } from 'zod'

/** Zod would look whether it may write code and run it; our policy says no, and a browser tells its reader of the attempt. */
config({ jitless: true })
