import type { Notes } from '../notes.ts'

/** linkIds quoted in a sentence. */
const QUOTED = 6

/** What items say that Escale has no use for, told once each with the items that say it. */
export class UnusedMembers {
  private readonly found = new Map<string, string[]>()

  /** `name` of a member of the item, or the address of an extension. */
  note(name: string, linkId: string): void {
    const short = name.split('/').at(-1) ?? name
    const known = this.found.get(short)
    if (known) known.push(linkId)
    else this.found.set(short, [linkId])
  }

  tell(notes: Notes): void {
    for (const [name, links] of this.found) {
      const [linkId = ''] = links
      const quoted = links.slice(0, QUOTED).join(', ')
      const more = links.length - QUOTED
      notes.add(
        'kept-aside',
        'kept-member',
        { linkId },
        {
          name,
          links: more > 0 ? `${quoted} et ${more} de plus` : quoted,
          linksEn: more > 0 ? `${quoted} and ${more} more` : quoted,
        },
      )
    }
  }
}
