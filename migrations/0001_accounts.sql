-- The accounts of the embedded account system. Times are milliseconds since the epoch.
-- The *_canonical columns hold what functions/recovery/identifiers.ts makes of the column beside them.
CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  username TEXT NOT NULL,
  username_canonical TEXT NOT NULL UNIQUE,
  display_name TEXT,
  email TEXT,
  email_canonical TEXT,
  email_verified INTEGER NOT NULL DEFAULT 0 CHECK (email_verified IN (0, 1)),
  phone TEXT,
  phone_verified INTEGER NOT NULL DEFAULT 0 CHECK (phone_verified IN (0, 1)),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled', 'federated')),
  password_hash TEXT,
  sessions_valid_after INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((email IS NULL) = (email_canonical IS NULL))
) STRICT;

-- One verified account for an address. Unverified claims are no claim: anybody can make them, so they may repeat.
CREATE UNIQUE INDEX accounts_by_verified_email ON accounts (email_canonical) WHERE email_verified = 1;

-- Families share a telephone: a number may verify several accounts, and then recovers none of them.
CREATE INDEX accounts_by_verified_phone ON accounts (phone) WHERE phone_verified = 1;

-- Changes that were applied, so that a repeated call is not applied twice.
CREATE TABLE password_changes (
  idempotency_key TEXT PRIMARY KEY,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX password_changes_by_time ON password_changes (changed_at);
