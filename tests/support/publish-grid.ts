import type { CriterionQuestion, Form } from '#domain/form/form.ts'
import { versionFields } from '#domain/grid/grid-version.ts'
import { day } from '#domain/shared/day.ts'
import { recordId, siteId } from '#domain/shared/ids.ts'
import { postTo } from './post-to.ts'
import type { StoryWorld } from './story-world.ts'
import { createTestDevice, type Post } from './test-server.ts'

interface PublishedGrid {
  readonly title: string
  /** Id of the audit begun with it. */
  readonly audit: string
  readonly rows: number
  readonly sections: number
  readonly scale?: CriterionQuestion['scale']
}

/** Another tablet of the dispositif publishes the grid and begins the audit: the browser receives both. */
export async function publishGrid(
  world: Pick<StoryWorld, 'url' | 'linkOf'>,
  grid: PublishedGrid,
): Promise<void> {
  const post: Post = (url, token, payload) => postTo(world.url, url, token, payload) as never
  const enrolWith = async (code: string) =>
    (await post('/v1/enrol', '', { code, label: 'Mesure' })).body as never
  const porteur = createTestDevice(
    post,
    await enrolWith(new URL(world.linkOf(/Porteur/)).hash.slice(1)),
    { now: Date.now() },
  )
  const sites = porteur.enrolled.sites
  const person = { name: 'Mesure', role: 'officer', sites }
  const { code } = (await post('/v1/invitations', porteur.token, { person })).body as never
  const officer = createTestDevice(post, await enrolWith(code), { now: Date.now() })
  const publication = await officer.write({
    type: 'grid-version',
    site: siteId(officer.enrolled.dispositif.id),
    fields: versionFields(longForm(grid), {
      version: 1,
      publishedOn: day('2026-11-25'),
      author: 'mesure',
      note: '',
    }),
  })
  const audit = await officer.write({
    type: 'audit',
    rec: recordId(grid.audit),
    site: siteId(sites[0] ?? ''),
    fields: {
      form: 'grid-bench',
      formVersion: 1,
      edition: publication.rec,
      round: 1,
      heldOn: '2026-11-25',
      status: 'draft',
      author: 'mesure',
    },
  })
  const { body } = await officer.sync({ ops: [publication, audit] })
  const outcomes = body.push?.outcomes.map(({ outcome }) => outcome) ?? []
  if (outcomes.some((outcome) => outcome !== 'applied')) {
    throw new Error(`The grid was not taken: ${JSON.stringify(body.push)}`)
  }
}

function longForm({ title, rows, sections, scale = 'yes-partial-no-na' }: PublishedGrid): Form {
  const words = (text: string) => ({ fr: text, en: text })
  // The last sections have one row less when the rows do not divide.
  const lengthOf = (section: number) => Math.floor((rows + sections - 1 - section) / sections)
  return {
    id: 'grid-bench',
    version: 1,
    kind: 'audit',
    code: 'M1',
    title: words(title),
    unit: 'structure',
    source: words('Mesure'),
    sections: Array.from({ length: sections }, (_, section) => ({
      id: `S${section}`,
      title: words(`Partie ${section + 1}`),
      questions: Array.from({ length: lengthOf(section) }, (_, at) => ({
        id: `S${section}-${at + 1}`,
        type: 'criterion' as const,
        scale,
        label: words(`Le critère ${at + 1} de la partie ${section + 1} est respecté.`),
        hint: words('Regarder trois chambres et un couloir.'),
      })),
    })),
  }
}
