/** What has just been done, said once, with a way to take it back. */
import { signal } from '@preact/signals'

export type Notice = {
  readonly text: string
  readonly bad?: boolean
  readonly undo?: () => void
}

export const notice = signal<Notice | null>(null)

let timer: ReturnType<typeof setTimeout> | undefined

/** Shows a notice until the next one, or for a while: longer where it can be taken back. */
export function say(next: Notice): void {
  clearTimeout(timer)
  notice.value = next
  if (!next.bad) timer = setTimeout(hush, next.undo ? 20_000 : 8_000)
}

export function hush(): void {
  clearTimeout(timer)
  notice.value = null
}
