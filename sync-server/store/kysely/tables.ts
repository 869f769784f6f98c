import type { Generated } from 'kysely'

/** Rows as they lie in the database; the interfaces of `store/` say what they mean. */
export interface Tables {
  meta: { key: string; value: string }
  dispositif: { id: string; name: string; time_zone: string; created_at: number }
  site: { id: string; dispositif: string; receipt_salt: string }
  person: { id: string; dispositif: string; name: string; role: string; created_at: number }
  person_site: { person: string; site: string }
  device: {
    id: string
    dispositif: string
    person: string | null
    label: string
    last_n: number
    declared_n: number
    last_h: string
    created_at: number
    last_contact_at: number | null
    revoked_at: number | null
    first_n: number
    copy_of: string | null
  }
  credential: { hash: string; device: string; kind: string; expires_at: number }
  invitation: { hash: string; person: string; expires_at: number; used_at: number | null }
  change_log: {
    gseq: Generated<number>
    device: string
    n: number
    op: string
    rec: string
    bucket: string
    body: string
    digest: string
    h_eff: string
    received_at: number
    outcome: string
    reason: string | null
    seq: number | null
    clock_skew: number | null
  }
  lost_number: { device: string; n: number; noticed_at: number; found_at: number | null }
  bucket: { id: string; dispositif: string; head: number; row_count: number; line_sum: number }
  record: {
    id: string
    bucket: string
    seq: number
    type: string
    state: string
    deleted: number
    /** `RecentChanges` as JSON; null for a record never changed, or whose order must not be told. */
    changes: string | null
  }
  quarantine: { device: string; n: number; reason: string; settled_at: number | null }
  blob: { sha256: string; size: number; mime: string; present_at: number | null }
  announced_blob: {
    sha256: string
    device: string
    dispositif: string
    size: number
    mime: string
    proved_at: number | null
  }
  upload_day: { device: string; day: number; bytes: number }
  record_blob: { sha256: string; record: string; bucket: string }
  intake_key: {
    id: string
    site: string
    public_key: string
    private_key: string
    created_at: number
  }
  envelope: { id: string; filed_on: string }
  mingled: { record: string; bucket: string; until: number }
  receipt: { hash: string; site: string; event: string }
}
