import { collectDefaultMetrics, Registry } from 'prom-client'

/** What one process tells: at first its memory, processor time, event loop and open files. */
export function openRegistry(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}
