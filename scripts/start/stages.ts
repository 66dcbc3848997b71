type Write = (line: string) => void
export type Stages = ReturnType<typeof createStages>

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/**
 * Prints one line per finished stage: name, what came of it, seconds. Stages may run side by side; one that takes long
 * says every five seconds that it still runs.
 * @returns `run(name, job)`: the job's result; what it gives as `detail` is printed
 */
export function createStages(write: Write) {
  const line = (name: string, text: string) => write(`  ${name.padEnd(10)} ${text}`)
  async function run<T extends { detail: string }>(name: string, job: () => Promise<T>): Promise<T> {
    const began = performance.now()
    const timer = setInterval(() => line(name, `... ${seconds(began)}`), 5000)
    try {
      const result = await job()
      line(name, `${result.detail} (${seconds(began)})`)
      return result
    } finally {
      clearInterval(timer)
    }
  }
  return { run, say: (name: string, text: string) => line(name, text) }
}
