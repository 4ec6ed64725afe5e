/** The frame around every page: brand, site switcher, navigation, who is signed in, and where notices appear. */
import type { Me } from '@leadtrail/shared/reports'
import type { SiteJson } from '@leadtrail/shared/settings'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { go } from '../address.ts'
import { refusalOf } from '../ask.ts'
import { signOut } from '../api.ts'
import { hush, notice, say } from '../notices.ts'
import { attributionOf, leadsOf, type Question, write } from '../question.ts'
import { sites } from '../sites.ts'
import { Icon, type IconName } from './marks.tsx'

type Frame = { who: Me; asked: Question; site: SiteJson | undefined; children: ComponentChildren }

export function Shell({ who, asked, site, children }: Frame) {
  const main = useRef<HTMLElement>(null)
  const subject = asked.page === 'lead' ? `lead ${asked.lead}` : asked.page
  const shown = useRef(subject)
  useEffect(() => {
    if (shown.current === subject) return
    shown.current = subject
    hush()
    // A reader by ear hears the new page's name, as after a real page load.
    main.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [subject])
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="rail">
        <div class="rail-inner">
          <a class="brand" href={write(leadsOf(site?.id ?? null))}>
            <Brand />
            Leadtrail
          </a>
          <SiteSwitcher asked={asked} site={site} />
          <Navigation asked={asked} site={site} />
          <UserMenu who={who} />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <Notices />
    </>
  )
}

function Brand() {
  return (
    <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 20c6 0 3-7 8-8s3-8 8-8" />
      <circle cx="4" cy="20" r="2.4" />
      <circle class="brand-end" cx="20" cy="4" r="3" />
    </svg>
  )
}

/** The same view of another site; what belongs to one site only leads to the other's leads. */
function SiteSwitcher({ asked, site }: { asked: Question; site: SiteJson | undefined }) {
  const all = sites.value ?? []
  if (all.length === 0) return null
  const change = (choice: string) => {
    if (choice === 'new') go({ page: 'new-site', site: null })
    else if (
      asked.page === 'leads' ||
      asked.page === 'attribution' ||
      asked.page === 'hand-over' ||
      asked.page === 'set-up'
    )
      go({ ...asked, site: choice })
    else go(leadsOf(choice))
  }
  const chosen = asked.page === 'new-site' ? 'new' : (site?.id ?? '')
  return (
    <label class="site-switcher">
      <span class="unseen">Site</span>
      <select value={chosen} onChange={(event) => change(event.currentTarget.value)}>
        {chosen === '' && <option value="">Choose a site</option>}
        {all.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="new">New site …</option>
      </select>
    </label>
  )
}

function Navigation({ asked, site }: { asked: Question; site: SiteJson | undefined }) {
  if (!site) return null
  const links: readonly [IconName, string, Question, boolean][] = [
    ['leads', 'Leads', leadsOf(site.id), asked.page === 'leads' || asked.page === 'lead'],
    ['attribution', 'Attribution', attributionOf(site.id), asked.page === 'attribution'],
    ['hand-over', 'Hand-over', { page: 'hand-over', site: site.id }, asked.page === 'hand-over'],
    ['set-up', 'Set-up', { page: 'set-up', site: site.id }, asked.page === 'set-up'],
  ]
  return (
    <nav aria-label="Pages">
      <ul>
        {links.map(([icon, name, to, here]) => (
          <li key={icon}>
            <a href={write(to)} aria-current={here ? 'page' : undefined}>
              <Icon name={icon} />
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function UserMenu({ who }: { who: Me }) {
  const leave = () => {
    signOut().catch((error: unknown) => say({ text: refusalOf(error).message, bad: true }))
  }
  return (
    <details class="user">
      <summary>
        <span class="user-letter" aria-hidden="true">
          {(who.name || who.email).slice(0, 1).toUpperCase()}
        </span>
        <span class="user-name">{who.name || who.email}</span>
      </summary>
      <div class="user-menu">
        <p class="quiet">{who.email}</p>
        <button type="button" onClick={leave}>
          Sign out
        </button>
      </div>
    </details>
  )
}

function Notices() {
  const current = notice.value
  const undo = () => {
    current?.undo?.()
    hush()
  }
  return (
    <div class="notices" role="status" aria-live="polite">
      {current && (
        <div class={current.bad ? 'notice notice-bad' : 'notice'}>
          <p>{current.text}</p>
          {current.undo && (
            <button type="button" onClick={undo}>
              Undo
            </button>
          )}
          <button type="button" class="plain" aria-label="Close this notice" onClick={hush}>
            ✕
          </button>
        </div>
      )}
    </div>
  )
}
