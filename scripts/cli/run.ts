import { sentenceOf } from '../../core/sentence.ts'

function say(error: unknown): void {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
}

/** Runs a command to its end; what went wrong is a sentence and an exit code. @param complain says it otherwise */
export async function runCommand(
  main: () => void | Promise<void>,
  complain: (error: unknown) => void = say,
): Promise<void> {
  try {
    await main()
  } catch (error) {
    complain(error)
  }
  // The channel to the parent would keep a finished process alive.
  if (process.connected) process.disconnect()
}
