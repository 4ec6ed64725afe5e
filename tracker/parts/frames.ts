/** Frames of the same origin: a form or a number that stands in one is as good as one on the page. */
import { listen, safely } from '../guard.ts'
import type { Tag } from '../tag.ts'
import { watchWays } from './ways.ts'

type View = Window & typeof globalThis
type Tagged = { lt?: { on?: boolean } }

/** Watches them, those that come later included; not one whose own tag is at work. */
export function watchFrames(tag: Tag): void {
  const seen = new WeakSet<Document>()
  // Throws where the frame is of another origin.
  const look = safely((frame: HTMLIFrameElement) => {
    const view = frame.contentWindow as View
    // One that is still empty will have another document, and perhaps the same window.
    const isEmpty = frame.src && view.document.URL === 'about:blank'
    if (isEmpty || seen.has(view.document) || (view as Tagged).lt?.on) return
    seen.add(view.document)
    tag.watch(view)
    watchWays(tag, view)
    lookInto(view.document)
  })
  const lookInto = (document: Document) => {
    document.querySelectorAll('iframe').forEach(look)
    listen(document, 'load', ({ target }) => look(target as HTMLIFrameElement))
  }
  lookInto(document)
}
