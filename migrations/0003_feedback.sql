-- What readers say of articles, and what they searched for in vain. Times are milliseconds since the epoch.
-- Nothing here says who: no address, no cookie, no account.

-- One row for each answer to one revision of an article, as readers of one language see it.
CREATE TABLE feedback_counts (
  article TEXT NOT NULL,
  -- The language of the page.
  locale TEXT NOT NULL,
  -- The language and the hash of the text (src/shared/feedback.ts), or 'earlier'.
  revision TEXT NOT NULL,
  -- 'yes', 'no', or why not.
  answer TEXT NOT NULL,
  count INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (article, locale, revision, answer)
) STRICT, WITHOUT ROWID;

-- Sentences, erased after the days that src/shared/site.ts states.
CREATE TABLE feedback_comments (
  id INTEGER PRIMARY KEY,
  article TEXT NOT NULL,
  locale TEXT NOT NULL,
  revision TEXT NOT NULL,
  reason TEXT,
  comment TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX feedback_comments_by_time ON feedback_comments (created_at);

-- Words of searches that found nothing, erased likewise.
CREATE TABLE missed_searches (
  locale TEXT NOT NULL,
  words TEXT NOT NULL,
  count INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (locale, words)
) STRICT, WITHOUT ROWID;

CREATE INDEX missed_searches_by_time ON missed_searches (last_at);

-- How much was taken of one thing in one day: a flood ends where the day's share does.
CREATE TABLE daily_shares (
  day INTEGER NOT NULL,
  subject TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, subject)
) STRICT, WITHOUT ROWID;
