/** Why the list of leads is empty, and what to do about it. */
import type { SiteJson } from '@leadtrail/shared/settings'
import { seen } from '../api.ts'
import { useAsk } from '../ask.ts'
import { counted, moment } from '../format.ts'
import { leadsOf, type LeadsQuestion, write } from '../question.ts'
import { isDemo } from '../sites.ts'
import { Answer, Empty } from './wait.tsx'

export function NoLeads({ asked, site }: { asked: LeadsQuestion; site: SiteJson }) {
  const filtered = asked.stage ?? asked.channel ?? (asked.qualified || asked.text !== '')
  if (filtered || asked.period !== leadsOf(null).period) {
    return (
      <Empty title="No lead fits these filters">
        <p>
          <a href={write({ ...leadsOf(site.id), period: 'all' })}>Show all leads of all time</a>
        </p>
      </Empty>
    )
  }
  return isDemo(site) ? <NoDemo /> : <NothingYet site={site} />
}

function NoDemo() {
  return (
    <Empty title="The demo company has no leads yet">
      <p>
        Open the <a href="/demo/">demo site</a>, look around and send its contact form: you are then the first lead. Or
        fill in a whole year at once:
      </p>
      <p>
        <code>npm run leadtrail -- demo</code>
      </p>
      <p>
        <a class="button primary" href="/set-up/new">
          Set up your own site
        </a>
      </p>
    </Empty>
  )
}

function NothingYet({ site }: { site: SiteJson }) {
  const asked = useAsk(site.id, () => seen(site.id))
  const setUp = write({ page: 'set-up', site: site.id })
  return (
    <Answer asked={asked}>
      {({ events, visitors, lastAt }) =>
        events === 0 ? (
          <Empty title="No visit has been seen yet">
            <p>
              As soon as the tag stands in your site’s pages, visits arrive here, and the first enquiry becomes the
              first lead.
            </p>
            <p>
              <a class="button primary" href={setUp}>
                Put the tag in
              </a>
            </p>
          </Empty>
        ) : (
          <Empty title="Visits arrive; no enquiry yet">
            <p>
              {counted(visitors, 'visitor')} so far{lastAt && `, the latest event on ${moment(lastAt, site.timeZone)}`}.
              A lead opens when somebody sends a form, calls, clicks your phone number or mail address, or books a demo.
            </p>
            <p>
              <a href={setUp}>Check the set-up</a>
            </p>
          </Empty>
        )
      }
    </Answer>
  )
}
