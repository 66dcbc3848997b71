/**
 * postgres.js 3.4.9 writes to a socket that is gone when its connection is lost at one certain moment, and its connection
 * would wait for ever after. The process is better dead: the supervisor starts another. Here it dies as one that is killed,
 * so that who watches it can tell.
 */
export function dieOfLostSocket(): void {
  process.on('uncaughtException', (error) => {
    const isIt = error instanceof TypeError && /\bpostgres\/src\/connection\.js/.test(error.stack ?? '')
    if (!isIt) throw error
    process.kill(process.pid, 'SIGKILL')
  })
}
