/**
 * The letter as an HTML mail: one column, no image, nothing that is loaded from anywhere, readable in a dark mailbox.
 * Mail programs that drop the style sheet show the same order in their own type.
 */
import { mailLinkOf } from '@leadtrail/shared/mail-link'
import type { Letter } from './letter.ts'

/** Free of quotes and angle brackets, which would be escaped. Colours are set together with their dark counterparts. */
const css = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; background: #f3f4f2; color: #1d2521; font: 16px/1.5 -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif; }
.sheet { max-width: 600px; margin: 0 auto; padding: 24px 20px 32px; background: #ffffff; }
.over { margin: 0; color: #5a655f; font-size: 14px; }
h1 { margin: 4px 0 0; font-size: 26px; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 28px 0 8px; padding-top: 16px; border-top: 1px solid #dde2de; font-size: 14px; color: #5a655f; }
p { margin: 4px 0; overflow-wrap: anywhere; }
a { color: #0b6248; }
ul { margin: 4px 0; padding-left: 20px; }
.answer { margin: 0 0 12px; }
.label { display: block; color: #5a655f; font-size: 14px; }
.wrote { white-space: pre-wrap; overflow-wrap: anywhere; }
.amount { font-size: 26px; font-weight: 700; line-height: 1.2; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 5px 12px 5px 0; text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
th { width: 1%; color: #5a655f; white-space: nowrap; }
.quiet { color: #5a655f; }
.score { padding-top: 4px; }
.go { margin: 28px 0 0; }
.button { display: inline-block; padding: 12px 20px; border-radius: 6px; background: #0b6248; color: #ffffff; font-weight: 600; text-decoration: none; }
.foot { margin-top: 28px; color: #5a655f; font-size: 13px; }
@media (prefers-color-scheme: dark) {
  body { background: #121614; color: #e6ebe8; }
  .sheet { background: #1a201d; }
  .over, h2, .label, th, .quiet, .foot { color: #a3afa9; }
  h2 { border-top-color: #343d38; }
  a { color: #6fd3ae; }
  .button { background: #6fd3ae; color: #0c1410; }
}
`

/** The whole document. hono/jsx escapes every value that is put in. */
export async function letterPage(letter: Letter): Promise<string> {
  return `<!doctype html>${await Page({ letter })}`
}

function Page({ letter }: { letter: Letter }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        <style>{css}</style>
      </head>
      <body>
        <div class="sheet">
          <Who letter={letter} />
          <Answers answers={letter.answers} />
          <Value value={letter.value} />
          <Channels channels={letter.channels} />
          <Visits visits={letter.visits} />
          <Scores letter={letter} />
          <p class="go">
            <a class="button" href={letter.link}>
              Open the lead
            </a>
          </p>
          <p class="foot">
            Times are in {letter.timeZone}. Sent by Leadtrail for {letter.site}.
          </p>
        </div>
      </body>
    </html>
  )
}

function Who({ letter: { news, site, name, company, email, phone } }: { letter: Letter }) {
  return (
    <>
      <p class="over">
        {news} · {site}
      </p>
      <h1 dir="auto">{name}</h1>
      {company && <p dir="auto">{company}</p>}
      {email && (
        <p>
          <a href={mailLinkOf(email)}>{email}</a>
        </p>
      )}
      {phone && (
        <p>
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
        </p>
      )}
    </>
  )
}

function Answers({ answers }: Pick<Letter, 'answers'>) {
  if (answers.length === 0) return null
  return (
    <>
      <h2>What they wrote</h2>
      {answers.map(({ label, value }) => (
        <p class="answer">
          <span class="label" dir="auto">
            {label}
          </span>
          <span class="wrote" dir="auto">
            {value}
          </span>
        </p>
      ))}
    </>
  )
}

function Value({ value: { amount, why, touchpoints } }: Pick<Letter, 'value'>) {
  return (
    <>
      <h2>Value</h2>
      <p class="amount">{amount}</p>
      <p>{why}</p>
      {touchpoints.length > 0 && (
        <ul>
          {touchpoints.map((touchpoint) => (
            <li>{touchpoint}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Channels({ channels }: Pick<Letter, 'channels'>) {
  if (channels.length === 0) return null
  return (
    <>
      <h2>Channels</h2>
      <table>
        {channels.map(({ place, channel, detail }) => (
          <tr>
            <th scope="row">{place}</th>
            <td>
              <b>{channel}</b> {detail && <span class="quiet">{detail}</span>}
            </td>
          </tr>
        ))}
      </table>
    </>
  )
}

function Visits({ visits }: Pick<Letter, 'visits'>) {
  if (visits.length === 0) return null
  return (
    <>
      <h2>Journey</h2>
      <table>
        {visits.map(({ when, channel, pages, touchpoints }) => (
          <tr>
            <th scope="row">{when}</th>
            <td>
              {channel} <span class="quiet">{pages}</span>
              {touchpoints.length > 0 && (
                <>
                  <br />
                  <b>→ {touchpoints.join(', ')}</b>
                </>
              )}
            </td>
          </tr>
        ))}
      </table>
    </>
  )
}

function Scores({ letter: { scores, advice } }: { letter: Letter }) {
  return (
    <>
      <h2>Score</h2>
      {scores.map(({ name, points, reasons }) => (
        <>
          <p class="score">
            <b>
              {name} {points}
            </b>{' '}
            <span class="quiet">of 100</span>
          </p>
          {reasons.length > 0 && (
            <ul>
              {reasons.map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>
          )}
        </>
      ))}
      <p>{advice}</p>
    </>
  )
}
