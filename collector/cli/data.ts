/** The data folder as commands use it: opened, and closed again whatever happens. */
import type { Site } from '../domain/event.ts'
import { type Auth, openAuth } from '../http/auth.ts'
import { type Config, configOf } from '../main/config.ts'
import type { Archive, Registry } from '../ports/store.ts'
import type { World } from '../ports/world.ts'
import { openArchive, openRegistry } from '../store/open.ts'
import { realWorld } from '../system/world.ts'
import { CommandFailed, type Surroundings } from './command.ts'

export type Data = {
  readonly config: Config
  readonly world: World
  readonly registry: Registry
  readonly archive: Archive
}

/** @throws ConfigError */
export async function withData<Answer>({ env }: Surroundings, use: (data: Data) => Promise<Answer>): Promise<Answer> {
  const config = configOf(env)
  const registry = openRegistry(config.dataDir)
  const archive = openArchive(config.dataDir)
  try {
    const world = realWorld(config.logLevel)
    return await use({ config, world, registry: registry.port, archive: archive.port })
  } finally {
    archive.close()
    registry.close()
  }
}

/** @throws ConfigError */
export async function withAccounts<Answer>(
  { env }: Surroundings,
  use: (auth: Auth, world: World) => Promise<Answer>,
): Promise<Answer> {
  const { dataDir, baseUrl, logLevel } = configOf(env)
  const world = realWorld(logLevel)
  const auth = await openAuth({ dataDir, baseUrl, world })
  try {
    return await use(auth, world)
  } finally {
    auth.close()
  }
}

/** @throws CommandFailed when no site has the id or key. */
export async function siteNamed(archive: Pick<Archive, 'siteOf'>, idOrKey: string): Promise<Site> {
  const site = await archive.siteOf(idOrKey)
  if (!site) throw new CommandFailed(`No site has the key or id "${idOrKey}". leadtrail site list shows them all.`)
  return site
}
