import { appendOnly, type SchemaStep } from './sql-dialect.ts'

/**
 * Version 1 of the schema. `change_log` is the truth and only grows; `record` is its fold;
 * `bucket.head` counts the changes of a bucket in commit order (docs/sync.md 2.10). Written for
 * SQLite and translated for PostgreSQL (`sql-dialect.ts`); a table stands after those it refers to.
 */
export const FIRST_TABLES: readonly SchemaStep[] = [
  `create table dispositif (
    id text primary key, name text not null, time_zone text not null, created_at integer not null
  ) strict`,
  `create table site (
    id text primary key, dispositif text not null references dispositif (id),
    receipt_salt text not null
  ) strict`,
  `create index site_of on site (dispositif)`,
  `create table person (
    id text primary key, dispositif text not null references dispositif (id),
    name text not null, role text not null, created_at integer not null
  ) strict`,
  `create table person_site (
    person text not null references person (id), site text not null references site (id),
    primary key (person, site)
  ) strict`,
  `create table device (
    id text primary key, dispositif text not null references dispositif (id),
    person text references person (id), label text not null,
    last_n integer not null default 0, declared_n integer not null default 0,
    last_h text not null default '', created_at integer not null,
    last_contact_at integer, revoked_at integer,
    first_n integer not null default 1, copy_of text references device (id)
  ) strict`,
  `create table credential (
    hash text primary key, device text not null references device (id),
    kind text not null check (kind in ('session', 'push')), expires_at integer not null
  ) strict`,
  `create table invitation (
    hash text primary key, person text not null references person (id),
    expires_at integer not null, used_at integer
  ) strict`,
  `create table change_log (
    gseq integer primary key autoincrement, device text not null references device (id),
    n integer not null, op text not null, rec text not null, bucket text not null,
    body text not null, digest text not null, h_eff text not null, received_at integer not null,
    outcome text not null, reason text, seq integer, clock_skew integer, unique (device, n)
  ) strict`,
  appendOnly('change_log', 'the change log is append-only'),
  `create table lost_number (
    device text not null references device (id), n integer not null,
    noticed_at integer not null, found_at integer, primary key (device, n)
  ) strict`,
  `create table bucket (
    id text primary key, dispositif text not null references dispositif (id),
    head integer not null, row_count integer not null, line_sum integer not null
  ) strict`,
  `create table record (
    id text primary key, bucket text not null references bucket (id), seq integer not null,
    type text not null, state text not null, deleted integer not null,
    changes text, unique (bucket, seq)
  ) strict`,
  `create table quarantine (
    device text not null, n integer not null, reason text not null, settled_at integer,
    primary key (device, n), foreign key (device, n) references change_log (device, n)
  ) strict`,
  `create table blob (
    sha256 text primary key, size integer not null, mime text not null, present_at integer
  ) strict`,
  `create table announced_blob (
    sha256 text not null, device text not null references device (id),
    dispositif text not null references dispositif (id), size integer not null, mime text not null,
    proved_at integer, primary key (sha256, device)
  ) strict`,
  `create table record_blob (
    sha256 text not null, record text not null, bucket text not null,
    primary key (sha256, record)
  ) strict`,
  // Asked at each round: the photos that are missing, never all of them.
  `create index blob_missing on blob (present_at)`,
  `create index announced_by on announced_blob (device)`,
  `create table upload_day (
    device text not null references device (id), day integer not null, bytes integer not null,
    primary key (device, day)
  ) strict`,
  `create table intake_key (
    id text primary key, site text not null references site (id),
    public_key text not null, private_key text not null, created_at integer not null
  ) strict`,
  `create table envelope (id text primary key, filed_on text not null) strict, without rowid`,
  // What came without a name today: see sync/mingle.ts.
  `create table mingled (
    record text primary key, bucket text not null, until integer not null
  ) strict, without rowid`,
  `create table receipt (
    hash text primary key, site text not null references site (id), event text not null
  ) strict, without rowid`,
]
