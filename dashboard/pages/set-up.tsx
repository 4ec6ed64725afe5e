/** The second step of a new site: the tag to paste, how, and the moment when the first visit is seen. */
import type { SiteJson } from '@leadtrail/shared/settings'
import { useState } from 'preact/hooks'
import { changeSite, snippet } from '../api.ts'
import { useAsk } from '../ask.ts'
import { say } from '../notices.ts'
import { CopyButton } from '../parts/copy.tsx'
import { LiveCheck } from '../parts/live-check.tsx'
import { SiteForm } from '../parts/site-form.tsx'
import { tagManagerForm } from '../parts/tag-forms.ts'
import { Title } from '../parts/title.tsx'
import { Answer } from '../parts/wait.tsx'
import { write } from '../question.ts'
import { isDemo, keepSite } from '../sites.ts'

export function SetUp({ site }: { site: SiteJson }) {
  // The tag carries the consent mode: ask again when the site has changed.
  const tag = useAsk(`${site.id} ${site.consent} ${site.domains.join()}`, () => snippet(site.id))
  return (
    <>
      <Title text="Put the tag in" above={`${site.name} · Step 2 of 3`}>
        <p class="quiet">One line in the head of every page. It loads after the page and cannot break it.</p>
      </Title>
      <div class="set-up">
        <Answer asked={tag} lines={4}>
          {(html) => <Instructions html={html} />}
        </Answer>
        <LiveCheck site={site} />
      </div>
      <section aria-labelledby="next">
        <h2 id="next">Step 3: where leads should go</h2>
        <p>New leads can be sent to sales by mail, and to your CRM by webhook, the moment they open.</p>
        <p>
          <a class="button" href={write({ page: 'hand-over', site: site.id })}>
            Choose where leads go
          </a>
        </p>
      </section>
      {!isDemo(site) && <Change site={site} />}
    </>
  )
}

const ways = ['HTML', 'WordPress', 'Google Tag Manager'] as const

function Instructions({ html }: { html: string }) {
  const [way, setWay] = useState<(typeof ways)[number]>('HTML')
  const code = way === 'Google Tag Manager' ? tagManagerForm(html) : html
  return (
    <section class="panel" aria-labelledby="tag">
      <h2 id="tag">The tag</h2>
      <div class="switch-parts" role="group" aria-label="How your site is made">
        {ways.map((name) => (
          <button key={name} type="button" aria-pressed={name === way} onClick={() => setWay(name)}>
            {name}
          </button>
        ))}
      </div>
      <div class="code">
        <pre tabIndex={0} aria-label="The tag to copy">
          <code>{code}</code>
        </pre>
        <CopyButton key={way} text={code} />
      </div>
      <Steps way={way} />
    </section>
  )
}

function Steps({ way }: { way: (typeof ways)[number] }) {
  if (way === 'HTML')
    return (
      <ol>
        <li>
          Paste it before <code>{'</head>'}</code> in the template that all pages share.
        </li>
        <li>Publish, then open your site in a new tab.</li>
      </ol>
    )
  if (way === 'WordPress')
    return (
      <ol>
        <li>
          Install a plugin for header code, for example WPCode (Plugins → Add new), unless your theme has a field for
          it.
        </li>
        <li>Paste the tag into its Header field and save.</li>
        <li>Empty the page cache if you use one, then open your site in a new tab.</li>
      </ol>
    )
  return (
    <ol>
      <li>Tags → New → Custom HTML; paste this form of the tag, which keeps its attributes there.</li>
      <li>
        Trigger: <em>Initialization – All Pages</em>, so that no early click is missed.
      </li>
      <li>Submit and publish the container, then open your site in a new tab.</li>
    </ol>
  )
}

/** The details given in the first step, to be changed at any time. */
function Change({ site }: { site: SiteJson }) {
  return (
    <details class="change">
      <summary>Change the name, domains, values or consent of {site.name}</summary>
      <SiteForm
        key={`${site.id} ${site.rulesVersion}`}
        site={site}
        does="Save"
        onSubmit={async (form) => {
          keepSite(await changeSite(site.id, form))
          say({ text: 'Saved. All figures are computed again with it.' })
        }}
      />
    </details>
  )
}
