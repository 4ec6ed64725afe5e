/**
 * Attribution: which sessions earned a lead, and how much each (domain rule 9). A model only weighs the steps of a
 * path; it knows neither money nor channels. The weights become credits that add up to the amount, to the minor unit.
 */
import type { LeadId } from '@leadtrail/shared/ids'
import { type Minor, minor, split } from '@leadtrail/shared/money'
import type { ModelName } from '@leadtrail/shared/reports'
import type { Instant } from '@leadtrail/shared/time'

/** A session on the way to a milestone. `key` is the row of the report that it counts for. */
export type Step = { readonly key: string; readonly direct: boolean; readonly at: Instant }

/** Weighs the steps of a path, oldest first: one weight ≥ 0 a step, of which only the proportions matter. */
export type Weigher = (path: readonly Step[]) => readonly number[]

export type Path = {
  readonly lead: LeadId
  /** What there is to share out: minor units, or millionths of a lead where leads are counted. */
  readonly amount: number
  /** Oldest first. */
  readonly steps: readonly Step[]
}

export type AttributionRow = { readonly key: string; readonly leads: number; readonly credit: number }

/** All to the step at the place; the last step stands in where there is none. */
const allTo =
  (placeOf: (path: readonly Step[]) => number): Weigher =>
  (path) => {
    const found = placeOf(path)
    const chosen = found === -1 ? path.length - 1 : found
    return path.map((_, place) => (place === chosen ? 1 : 0))
  }

const models: Readonly<Record<ModelName, { readonly weigh: Weigher; readonly text: string }>> = {
  first: { weigh: allTo(() => 0), text: 'First: 100 % to the first session.' },
  last: { weigh: allTo((path) => path.length - 1), text: 'Last: 100 % to the last session.' },
  'last-non-direct': {
    weigh: allTo((path) => path.findLastIndex(({ direct }) => !direct)),
    text: 'Last non-direct: 100 % to the last session that is not Direct; to the last session where all are Direct.',
  },
  linear: {
    weigh: (path) => path.map(() => 1),
    text: 'Linear: equal shares, 100 % divided by the number of sessions, to each session.',
  },
}

/** The model in one sentence, with its percentages, for the definition that a report prints. */
export const describeModel = (model: ModelName): string => models[model].text

/** The part of the amount that each step of the path earned, in its order; the parts sum to the amount. */
export function credit(path: readonly Step[], amount: Minor, model: ModelName): Minor[] {
  return split(amount, models[model].weigh(path))
}

/**
 * Shares the amounts of all paths out to the keys of their steps; the credits of the rows sum to the total exactly. A row's
 * leads are those that it had a share of, were it of nothing. A path without steps earns nobody anything and is not in
 * the total. `direct: 'drop'` takes the Direct steps out before weighting, unless a path has no others.
 */
export function attribute({
  paths,
  model,
  direct,
}: {
  readonly paths: readonly Path[]
  readonly model: ModelName
  readonly direct: 'keep' | 'drop'
}): { rows: AttributionRow[]; total: { leads: number; credit: number } } {
  const rows = new Map<string, { leads: Set<LeadId>; credit: number }>()
  const travelled = paths.filter(({ steps }) => steps.length > 0)
  for (const { lead, amount, steps } of travelled) {
    const path = direct === 'drop' ? withoutDirect(steps) : steps
    const weights = models[model].weigh(path)
    const credits = credit(path, minor(amount), model)
    for (const [place, { key }] of path.entries()) {
      if (!weights[place] && !credits[place]) continue
      const row = rows.get(key) ?? { leads: new Set(), credit: 0 }
      row.leads.add(lead)
      row.credit += credits[place] ?? 0
      rows.set(key, row)
    }
  }
  return {
    rows: [...rows]
      .map(([key, row]) => ({ key, leads: row.leads.size, credit: row.credit }))
      .toSorted((a, b) => b.credit - a.credit || (a.key < b.key ? -1 : 1)),
    total: { leads: travelled.length, credit: travelled.reduce((sum, { amount }) => sum + amount, 0) },
  }
}

function withoutDirect(steps: readonly Step[]): readonly Step[] {
  const others = steps.filter(({ direct }) => !direct)
  return others.length > 0 ? others : steps
}
