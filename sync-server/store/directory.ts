import type { Role } from '#domain/rights/rights.ts'
import type { DeviceId, DispositifId, PersonId, SiteId } from '#domain/shared/ids.ts'

export interface StoredDispositif {
  readonly id: DispositifId
  readonly name: string
  readonly timeZone: string
}

export interface StoredSite {
  readonly id: SiteId
  readonly dispositif: DispositifId
  /** Salt of the receipts of this home, base64url. */
  readonly receiptSalt: string
}

export interface StoredPerson {
  readonly id: PersonId
  readonly dispositif: DispositifId
  readonly name: string
  readonly role: Role
  /** Homes assigned; the porteur's are all of the dispositif. */
  readonly sites: readonly SiteId[]
}

/** What rights are computed from. */
export interface PersonAtHomes extends Omit<StoredPerson, 'sites'> {
  readonly homes: readonly { readonly id: SiteId; readonly sharesEvents: boolean }[]
}

export interface StoredDevice {
  readonly id: DeviceId
  readonly dispositif: DispositifId
  /** Undefined for the server's own device. */
  readonly person: PersonId | undefined
  readonly label: string
  /** Highest number held or noted lost without a hole, and highest the device ever declared. */
  readonly lastN: number
  readonly declaredN: number
  /** Last stamp seen by others, empty before the first: stamps of a device never go back. */
  readonly lastH: string
  /** To within a few minutes; undefined before the first round. */
  readonly lastContactAt: number | undefined
  readonly revokedAt: number | undefined
  /** The device this one was copied from: it numbers on from where both had counted. */
  readonly copyOf: DeviceId | undefined
}

/** `session` reads and writes; `push` may only deposit, and works while the device is locked. */
export type CredentialKind = 'session' | 'push'

/** Who exists and who may knock: what rights are computed from. */
export interface Directory {
  addDispositif(dispositif: StoredDispositif & { createdAt: number }): Promise<void>
  dispositifs(): Promise<readonly StoredDispositif[]>
  /** As `dispositifs`, and nobody else may add one before this write ends. */
  holdDispositifs(): Promise<readonly StoredDispositif[]>
  dispositif(id: DispositifId): Promise<StoredDispositif | undefined>

  addSite(site: StoredSite): Promise<void>
  site(id: string): Promise<StoredSite | undefined>
  sites(dispositif?: DispositifId): Promise<readonly StoredSite[]>

  addPerson(person: StoredPerson & { createdAt: number }): Promise<void>
  person(id: string): Promise<StoredPerson | undefined>
  /** A person, with what each of their homes says now. */
  atHomes(id: PersonId): Promise<PersonAtHomes | undefined>
  /** Gives a person these homes and no other; their devices hear at their next round. */
  assignSites(person: PersonId, sites: readonly SiteId[]): Promise<void>
  people(dispositif: DispositifId): Promise<readonly StoredPerson[]>

  addDevice(
    device: Pick<StoredDevice, 'id' | 'dispositif' | 'person' | 'label'> & {
      createdAt: number
      /** Given to a copy: its numbers begin here, and what came before lies under the original. */
      copied?: { from: DeviceId; firstN: number }
    },
  ): Promise<void>
  device(id: DeviceId): Promise<StoredDevice | undefined>
  /** Devices enrolled by a person, oldest first. */
  devicesOf(person: PersonId): Promise<readonly StoredDevice[]>
  /** As `device`, and nobody else may advance it before this write ends: its pushes are serial. */
  holdDevice(id: DeviceId): Promise<StoredDevice | undefined>
  /** Records how far the server stands with a device. */
  advance(device: DeviceId, to: Pick<StoredDevice, 'lastN' | 'declaredN' | 'lastH'>): Promise<void>
  /** Ends the rights of a device, and of the copies made from it. */
  revoke(device: DeviceId, at: number): Promise<void>
  /** Notes that a device was heard, and until when its bearers may be used from then on. */
  heard(device: DeviceId, at: number, expiresAt: number): Promise<void>

  /** Only the SHA-256 of a bearer is kept. */
  addCredential(credential: {
    hash: string
    device: DeviceId
    kind: CredentialKind
    expiresAt: number
  }): Promise<void>
  /**
   * The device of a credential, and who holds it. One that ended before `now` gives its device as revoked
   * when it ended.
   */
  caller(
    hash: string,
    kind: CredentialKind,
    now: number,
  ): Promise<{ readonly device: StoredDevice; readonly person: PersonAtHomes } | undefined>

  addInvitation(invitation: { hash: string; person: PersonId; expiresAt: number }): Promise<void>
  /** Consumes an invitation: of many calls at once, one is answered with the person. */
  useInvitation(hash: string, now: number): Promise<PersonId | undefined>
}
