/** The first step of a new site: what it is called, where it lives, and what a customer is worth. */
import { go } from '../address.ts'
import { addSite } from '../api.ts'
import { SiteForm } from '../parts/site-form.tsx'
import { Title } from '../parts/title.tsx'
import { keepSite } from '../sites.ts'

export function NewSite() {
  return (
    <>
      <Title text="A new site" above="Step 1 of 3">
        <p class="quiet">Two minutes. Everything here can be changed later, and all figures follow.</p>
      </Title>
      <SiteForm
        does="Make the site"
        onSubmit={async (form) => {
          const site = await addSite(form)
          keepSite(site)
          go({ page: 'set-up', site: site.id })
        }}
      />
    </>
  )
}
