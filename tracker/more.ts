/** The parts that only some pages need, as one module; `parts.ts` knows when it is loaded. */
import { safely } from './guard.ts'
import { listenToBanner } from './parts/consent.ts'
import { cross } from './parts/crossing.ts'
import { listenToEmbeds } from './parts/embeds.ts'
import { watchFrames } from './parts/frames.ts'
import { modeKnown } from './parts/mode.ts'
import { swapNumbers } from './parts/numbers.ts'
import { listenToPlugins } from './parts/plugins.ts'
import { watchWays, withSteps } from './parts/ways.ts'
import type { Tag, TagList } from './tag.ts'

/** Starts them all. What is answered resolves when it is known, or given up, who arrived here from another domain. */
export function more(...given: TagList): Promise<void> {
  const [config, know, choose, record, heed, confirm, answer, onVisitor, adopt, watch, announce, bind, gatherBy] = given
  const tag: Tag = { config, know, choose, record, heed, confirm, answer, onVisitor, adopt, watch, announce, bind }
  gatherBy(withSteps)
  safely(watchWays)(tag, window)
  for (const part of [listenToBanner, listenToPlugins, listenToEmbeds, watchFrames]) safely<[Tag]>(part)(tag)
  // Whether the site has numbers to lend may be told by its settings.
  void modeKnown(tag).then(() => tag.config.numbers !== undefined && swapNumbers(tag))
  return cross(tag)
}
