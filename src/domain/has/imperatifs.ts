/** Numbers of the eighteen critères impératifs (open data of the HAS). */
export const IMPERATIFS: ReadonlySet<string> = new Set([
  ...['2.2.1', '2.2.2', '2.2.3', '2.2.4', '2.2.5', '2.2.6', '2.2.7'],
  ...['3.6.2', '3.11.1', '3.11.2'],
  ...['3.12.1', '3.12.2', '3.12.3', '3.13.1', '3.13.2', '3.13.3', '3.14.1', '3.14.2'],
])
