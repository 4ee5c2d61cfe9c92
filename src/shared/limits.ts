/** The limits that pages print, scripts check and the Worker keeps. */

/** Limits of recovery, in seconds, counts and code points. */
export const limits = {
  LINK_SECONDS: 3600,
  /** How long the button "This was not me" in a notice works. */
  NOTICE_SECONDS: 604_800,
  CODE_SECONDS: 600,
  CODE_TRIES: 5,
  CODE_DIGITS: 6,
  /** The same form sent again within this time is one request: a double click, or a new code asked for too soon. */
  REPEAT_SECONDS: 60,
  REQUESTS_BEFORE_LOCK: 5,
  REQUEST_WINDOW_SECONDS: 3600,
  LOCK_SECONDS: 3600,
  MAILS_PER_ACCOUNT: 5,
  MAIL_WINDOW_SECONDS: 3600,
  PASSWORD_MIN: 15,
  PASSWORD_MAX: 128,
  IDENTIFIER_MAX: 254,
  /** Largest body of a form post, in bytes. */
  BODY_MAX_BYTES: 16_384,
  /** A visitor who is too quick waits this long. */
  BURST_SECONDS: 60,
} as const;
