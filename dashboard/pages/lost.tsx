/** What stands where there is nothing under this address. */
import { Title } from '../parts/title.tsx'
import { leadsOf, type Question, write } from '../question.ts'
import { sites, usualSite } from '../sites.ts'

export function Lost({ asked }: { asked: Question }) {
  const site = usualSite(sites.value ?? [])
  const why =
    asked.site && asked.page !== 'lost'
      ? 'There is no site with this id here, or you may not see it.'
      : 'There is no page under this address.'
  return (
    <>
      <Title text="Nothing here" />
      <p>{why}</p>
      {site && (
        <p>
          <a href={write(leadsOf(site.id))}>To the leads of {site.name}</a>
        </p>
      )}
    </>
  )
}
