/** Passes on the latest value at most once per `ms`: the first at once, the last one always. `stop` drops what waits. */
export function throttleLatest<T>(
  ms: number,
  emit: (value: T) => void,
): { push: (value: T) => void; stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  let waiting: { value: T } | undefined
  const send = (value: T) => {
    emit(value)
    timer = setTimeout(() => {
      timer = undefined
      const next = waiting
      waiting = undefined
      if (next) send(next.value)
    }, ms)
  }
  return {
    push: (value) => {
      if (timer) waiting = { value }
      else send(value)
    },
    stop: () => clearTimeout(timer),
  }
}
