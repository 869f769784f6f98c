/** How many backups stay: the last of each hour, of each day, of each month. */
export interface Keep {
  readonly hours: number
  readonly days: number
  readonly months: number
}

/** `24,30,12`: hours, days, months. Undefined for anything else, and for a rule that keeps nothing. */
export function parseKeep(text: string): Keep | undefined {
  const match = /^(\d{1,4}),(\d{1,4}),(\d{1,4})$/.exec(text)
  if (!match) return undefined
  const [hours = 0, days = 0, months = 0] = match.slice(1).map(Number)
  return hours + days + months > 0 ? { hours, days, months } : undefined
}

/** `escale-2026-11-24T13-00-00Z.age`: sorted by name is sorted by date, on any file system. */
export function backupName(at: number): string {
  return `escale-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z.age`
}

/** When the backup of this name was made, epoch ms; undefined for a file that is none of ours. */
export function backupDate(name: string): number | undefined {
  const match = /^escale-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z\.age$/.exec(name)
  if (!match) return undefined
  const at = Date.parse(`${match[1]}T${match[2]}:${match[3]}:${match[4]}Z`)
  return Number.isNaN(at) ? undefined : at
}

/**
 * The backups that `keep` lets go. The newest of each of the last hours, days and months that have
 * one stays, so a server that slept a week keeps the backups before its sleep. Files of other names
 * are never touched. Hours and days are UTC.
 */
export function backupsToForget(names: readonly string[], keep: Keep): readonly string[] {
  const dated = names
    .flatMap((name) => {
      const at = backupDate(name)
      return at === undefined ? [] : [{ name, stamp: new Date(at).toISOString() }]
    })
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
  const kept = new Set<string>()
  const keepNewest = (periods: number, length: number) => {
    const seen = new Set<string>()
    for (const { name, stamp } of dated) {
      const period = stamp.slice(0, length)
      if (seen.has(period)) continue
      if (seen.size >= periods) return
      seen.add(period)
      kept.add(name)
    }
  }
  keepNewest(keep.hours, 'YYYY-MM-DDTHH'.length)
  keepNewest(keep.days, 'YYYY-MM-DD'.length)
  keepNewest(keep.months, 'YYYY-MM'.length)
  return dated.map(({ name }) => name).filter((name) => !kept.has(name))
}
