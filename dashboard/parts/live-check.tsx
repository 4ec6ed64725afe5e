/** Waits for the first visit and says so the moment it is seen; when it does not come, says what to look at. */
import type { Seen } from '@leadtrail/shared/reports'
import type { SiteJson } from '@leadtrail/shared/settings'
import { useEffect, useState } from 'preact/hooks'
import { seen as askSeen } from '../api.ts'
import { refusalOf } from '../ask.ts'
import { ago, counted, moment } from '../format.ts'
import { isDemo } from '../sites.ts'

const EVERY = 2000
/** By then a visit would have been seen; whoever still waits needs advice. */
const PATIENCE = 60_000

type State = { seen: Seen | null; refusal: string | null; since: number; now: number }

function useSeen(site: string): State {
  const [state, setState] = useState<State>(() => ({ seen: null, refusal: null, since: Date.now(), now: Date.now() }))
  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      if (!document.hidden) {
        const answer = await askSeen(site).then(
          (seen) => ({ seen, refusal: null }),
          (error: unknown) => ({ refusal: refusalOf(error).message }),
        )
        if (over) return
        setState((before) => ({ ...before, ...answer, now: Date.now() }))
      }
      timer = setTimeout(() => void look(), EVERY)
    }
    void look()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [site])
  return state
}

export function LiveCheck({ site }: { site: SiteJson }) {
  const { seen, refusal, since, now } = useSeen(site.id)
  const found = seen !== null && seen.events > 0
  return (
    <section class={found ? 'panel live is-found' : 'panel live'} aria-labelledby="live">
      <h2 id="live">Does it work?</h2>
      <div aria-live="polite">
        {refusal ? (
          <p class="wrong">{refusal}</p>
        ) : found ? (
          <SeenIt seen={seen} site={site} now={now} />
        ) : (
          <p class="live-wait">
            <span class="pulse" aria-hidden="true" />
            Waiting for the first visit …
          </p>
        )}
      </div>
      {!found && <HowTo site={site} />}
      {!found && now - since > PATIENCE && <Advice site={site} />}
      {seen !== null && seen.quarantined > 0 && (
        <p class="flag">
          {counted(seen.quarantined, 'event')} arrived and could not be used
          {seen.lastQuarantine ? `. The latest: ${seen.lastQuarantine}` : '.'}
        </p>
      )}
    </section>
  )
}

function HowTo({ site }: { site: SiteJson }) {
  if (isDemo(site))
    return (
      <p>
        Open the{' '}
        <a href="/demo/" target="_blank">
          demo site
        </a>{' '}
        in another tab: its pages carry this tag.
      </p>
    )
  return (
    <p>
      Open a page of{' '}
      <a href={`https://${site.domains[0]}/`} target="_blank" rel="noreferrer">
        {site.domains[0]}
      </a>{' '}
      that carries the tag. This page notices by itself.
    </p>
  )
}

function SeenIt({ seen, site, now }: { seen: Seen; site: SiteJson; now: number }) {
  const fresh = seen.firstAt !== null && now - Date.parse(seen.firstAt) < 10 * 60_000
  return (
    <>
      <p class="live-found">
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 8.5 6.5 12.5 13.5 4" />
        </svg>
        {fresh ? 'We have just seen your first visit' : 'Visits arrive'}
      </p>
      <dl class="live-facts">
        {seen.lastUrl && (
          <div>
            <dt>Latest page</dt>
            <dd>{seen.lastUrl}</dd>
          </div>
        )}
        {seen.lastAt && (
          <div>
            <dt>At</dt>
            <dd>
              {moment(seen.lastAt, site.timeZone)} <span class="quiet">({ago(seen.lastAt, now)})</span>
            </dd>
          </div>
        )}
        <div>
          <dt>So far</dt>
          <dd>
            {counted(seen.events, 'event')} of {counted(seen.visitors, 'visitor')}
          </dd>
        </div>
      </dl>
    </>
  )
}

function Advice({ site }: { site: SiteJson }) {
  return (
    <div class="advice">
      <h3>Nothing yet? Look at these, in this order</h3>
      <ol>
        <li>
          Is the tag in the page? Open the page, choose “View source” and search for lt.js. If not: publish, and empty
          the page cache.
        </li>
        <li>Is it blocked? Try a private window without ad blocker; some block every tracker.</li>
        <li>
          Does your site send a Content-Security-Policy? It must allow this address, <code>{location.origin}</code>, in
          script-src and connect-src.
        </li>
        {site.consent === 'required' && (
          <li>
            This site records only after consent: your banner must call <code>lt('consent', 'granted')</code>. Accept
            it, then reload.
          </li>
        )}
        <li>
          Can the visitor’s browser reach this address? A collector on localhost is seen by your own computer only.
        </li>
      </ol>
    </div>
  )
}
