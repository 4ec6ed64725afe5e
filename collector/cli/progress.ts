/** Progress on long work: a line for every tenth of it. */

export type Progress = { readonly done: number; readonly total: number }

export function percentOf(say: (text: string) => void): (progress: Progress) => void {
  let told = 0
  return ({ done, total }) => {
    const tenth = total > 0 ? Math.floor((done / total) * 10) : 10
    if (tenth <= told) return
    told = tenth
    say(`${tenth * 10} %`)
  }
}
