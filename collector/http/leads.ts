/** Leads: the list, and one with its journey and the receipts of its figures; what people decide about them. */
import { journeySchema, leadPageSchema, leadSchema, newDecisionSchema, receiptsSchema } from '@leadtrail/shared/reports'
import type { Decide } from '../flow/decide.ts'
import type { Reports } from '../flow/report.ts'
import { leadsQuery } from './query.ts'
import { type Route, route } from './route.ts'

type LeadsDeps = {
  readonly reports: Pick<Reports, 'leads' | 'lead' | 'journey' | 'receipts'>
  readonly decide: Decide
}

export function leads({ reports, decide }: LeadsDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/leads',
      summary: 'Leads, the newest first',
      access: 'site',
      query: leadsQuery,
      answer: leadPageSchema,
      handle: ({ site, query }) => reports.leads(site.id, query),
    }),
    route({
      method: 'get',
      path: '/leads/:id',
      summary: 'One lead',
      access: 'site',
      answer: leadSchema,
      handle: ({ site, params }) => reports.lead(site.id, params['id'] ?? ''),
    }),
    route({
      method: 'get',
      path: '/leads/:id/journey',
      summary: 'Everything its people did, session by session',
      access: 'site',
      answer: journeySchema,
      handle: ({ site, params }) => reports.journey(site.id, params['id'] ?? ''),
    }),
    route({
      method: 'get',
      path: '/leads/:id/receipts',
      summary: 'How each of its figures came about',
      access: 'site',
      answer: receiptsSchema,
      handle: ({ site, params }) => reports.receipts(site.id, params['id'] ?? ''),
    }),
    route({
      method: 'post',
      path: '/decisions',
      summary: 'What sales says of a lead; answers the lead as it then stands',
      access: 'site',
      body: newDecisionSchema,
      answer: leadSchema,
      handle: ({ site, body, caller }) => decide(site.id, body, caller.via === 'session' ? caller.user.email : 'API'),
    }),
  ]
}
