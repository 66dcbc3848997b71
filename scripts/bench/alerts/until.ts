const LATEST_MS = 120_000
const LOOK_MS = 5

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Resolves when it is so. @throws Error with what is wrong after two minutes */
export async function until(is: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = performance.now() + LATEST_MS; !(await is()); await sleep(LOOK_MS))
    if (performance.now() > end) throw new Error(`After ${LATEST_MS / 1000} s: ${what}.`)
}
