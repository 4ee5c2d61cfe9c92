-- Tickets: what visitors wrote to support. Times are milliseconds since the epoch.
CREATE TABLE tickets (
  -- A keyed hash of the form's nonce: a double click is the same ticket.
  id TEXT PRIMARY KEY,
  -- Ten digits that the visitor can quote; the last one checks the others.
  reference TEXT NOT NULL UNIQUE,
  -- SHA-256 of the token in the visitor's link.
  token_key TEXT NOT NULL UNIQUE,
  topic TEXT NOT NULL,
  locale TEXT NOT NULL,
  email TEXT NOT NULL,
  -- A keyed hash of the network that it came from; removed when it no longer counts against a limit.
  sender TEXT,
  created_at INTEGER NOT NULL,
  -- Of the last message: retention counts from here.
  updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX tickets_by_email ON tickets (email, created_at);
CREATE INDEX tickets_by_sender ON tickets (sender, created_at) WHERE sender IS NOT NULL;
CREATE INDEX tickets_by_update ON tickets (updated_at);

CREATE TABLE ticket_messages (
  ticket TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  -- From 1, which is the ticket's own form.
  number INTEGER NOT NULL,
  -- A keyed hash of the form's nonce.
  request TEXT NOT NULL,
  -- A JSON object of the fields that were filled in.
  fields TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  PRIMARY KEY (ticket, number),
  UNIQUE (ticket, request)
) STRICT;

-- What must go out. The row is written with the ticket, so that a queue that fails loses nothing.
CREATE TABLE ticket_dispatches (
  -- The idempotency key of whatever sends it.
  id TEXT PRIMARY KEY,
  ticket TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  message INTEGER NOT NULL,
  recipient TEXT NOT NULL CHECK (recipient IN ('desk', 'visitor')),
  -- When it was last queued or tried.
  touched_at INTEGER NOT NULL,
  done_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_dispatches_waiting ON ticket_dispatches (touched_at) WHERE done_at IS NULL;
CREATE INDEX ticket_dispatches_by_ticket ON ticket_dispatches (ticket);
