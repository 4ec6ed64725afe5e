/** Where the dashboard begins: the address is read, the sites are fetched, and the page that was asked for is drawn. */
import { render } from 'preact'
import { useEffect } from 'preact/hooks'
import { become, followAddress, question } from './address.ts'
import { me, sites as fetchSites } from './api.ts'
import { useAsk } from './ask.ts'
import { Attribution } from './pages/attribution.tsx'
import { HandOver } from './pages/hand-over.tsx'
import { Lead } from './pages/lead.tsx'
import { Leads } from './pages/leads.tsx'
import { Lost } from './pages/lost.tsx'
import { NewSite } from './pages/new-site.tsx'
import { SetUp } from './pages/set-up.tsx'
import { Shell } from './parts/shell.tsx'
import { Answer } from './parts/wait.tsx'
import type { Question } from './question.ts'
import { remember, sites, usualSite } from './sites.ts'

function Dashboard() {
  const asked = useAsk('house', async () => {
    const [who, all] = await Promise.all([me(), fetchSites()])
    sites.value = all
    return who
  })
  const all = sites.value
  if (!asked.answer || !all)
    return (
      <main class="first-wait">
        <Answer asked={asked}>{() => null}</Answer>
      </main>
    )
  return <View who={asked.answer} asked={question.value} />
}

function View({ who, asked }: { who: Awaited<ReturnType<typeof me>>; asked: Question }) {
  const all = sites.value ?? []
  const site = asked.site ? all.find(({ id, key }) => id === asked.site || key === asked.site) : usualSite(all)
  const { page } = asked
  useEffect(() => {
    // The site stands in the address, so that a link sent to somebody shows the same thing there.
    if (site && asked.site !== site.id && page !== 'new-site' && page !== 'lost') become({ ...asked, site: site.id })
    else if (all.length === 0 && page !== 'new-site') become({ page: 'new-site', site: null })
    if (site) remember(site.id)
  }, [asked, site, all.length, page])
  return (
    <Shell who={who} asked={asked} site={site}>
      {page === 'new-site' ? (
        <NewSite />
      ) : site ? (
        <SitePage asked={{ ...asked, site: site.id }} site={site} />
      ) : (
        <Lost asked={asked} />
      )}
    </Shell>
  )
}

function SitePage({ asked, site }: { asked: Question; site: NonNullable<ReturnType<typeof usualSite>> }) {
  switch (asked.page) {
    case 'leads':
      return <Leads asked={asked} site={site} />
    case 'lead':
      return <Lead key={asked.lead} asked={asked} site={site} />
    case 'attribution':
      return <Attribution asked={asked} site={site} />
    case 'hand-over':
      return <HandOver key={site.id} site={site} />
    case 'set-up':
      return <SetUp key={site.id} site={site} />
    case 'new-site':
    case 'lost':
      return <Lost asked={asked} />
  }
}

followAddress()
const place = document.getElementById('app')
if (place) render(<Dashboard />, place)
