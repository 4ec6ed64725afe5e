/** What the addresses of the API may carry beside the site. */
import { channels, dimensions, milestones, models, stages, units } from '@leadtrail/shared/reports'
import { isDay } from '@leadtrail/shared/time'
import { z } from 'zod'

const day = z.string().refine(isDay, 'is not a day such as 2026-03-14')
const yes = z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] })

const period = {
  from: day.optional().meta({ description: 'First day, in the time zone of the site' }),
  to: day.optional().meta({ description: 'Last day, inclusive' }),
}
const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => !from || !to || from <= to
const order = { path: ['to'], error: 'is before from' }

export const leadsQuery = z
  .strictObject({
    ...period,
    stage: z.enum(stages).optional(),
    channel: z.enum(channels).optional().meta({ description: 'Channel of the first session' }),
    qualified: yes.optional().meta({ description: 'true: not irrelevant; false: irrelevant only' }),
    q: z.string().max(200).optional().meta({ description: 'Part of a name, e-mail, phone or company' }),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(400).optional().meta({ description: '`next` of the page before' }),
  })
  .refine(inOrder, order)

export const attributionQuery = z
  .strictObject({
    ...period,
    model: z.enum(models).default('first'),
    by: z.enum(dimensions).default('channel'),
    milestone: z.enum(milestones).default('lead').meta({ description: 'What puts a lead into the period' }),
    unit: z.enum(units).default('count'),
    direct: z.enum(['keep', 'drop']).default('keep'),
    qualified: yes.default(true).meta({ description: 'Only leads that sales could use' }),
    lookback: z.coerce.number().int().min(1).max(3650).default(180).meta({ description: 'Days before the lead' }),
  })
  .refine(inOrder, order)

export const eventsQuery = z.strictObject({
  sync: yes.default(false).meta({ description: 'Answer only when all of it is projected' }),
})

export const deliveriesQuery = z.strictObject({ lead: z.string().max(200).optional() })
