/** What this process has done since it started, for Prometheus. */

const meanings = {
  received: 'Events accepted and durably kept',
  quarantined: 'Events set aside because they were not valid',
  refused: 'Requests with events that were refused whole',
  failures: 'Requests answered with an unexpected error',
} as const

export type Counters = Record<keyof typeof meanings, number>

export const counters = (): Counters => ({ received: 0, quarantined: 0, refused: 0, failures: 0 })

/** The text exposition format of Prometheus, version 0.0.4. */
export function exposition(counted: Counters): string {
  return Object.entries(meanings)
    .map(([name, meaning]) => {
      const metric = `leadtrail_${name}_total`
      return `# HELP ${metric} ${meaning}.\n# TYPE ${metric} counter\n${metric} ${counted[name as keyof Counters]}\n`
    })
    .join('')
}
