/** The limits of tickets, which pages and their scripts read as well. */

/** Limits of tickets, in seconds and counts. */
export const ticketLimits = {
  WINDOW_SECONDS: 3600,
  /** Tickets of one e-mail address from one network, and from one network, within the window; more with a proof of work. */
  PER_EMAIL: 5,
  PER_EMAIL_PROVEN: 10,
  PER_SENDER: 20,
  PER_SENDER_PROVEN: 100,
  /** E-mails to one address within the window, whatever networks its tickets come from; the tickets beyond are taken without one. */
  MAILS_PER_EMAIL: 10,
  /** Messages of one ticket within the window, its first included. */
  MESSAGES: 20,
  /** How long the visitor's link works. */
  LINK_SECONDS: 30 * 86_400,
  /** How long a browser keeps what was typed and not sent. */
  DRAFT_SECONDS: 7200,
  /** Largest body of a form post, in bytes: 3,000 characters of four bytes each, three characters a byte on the way. */
  BODY_MAX_BYTES: 49_152,
} as const;

/** Under this name a browser keeps what was typed into a form of support and not sent. */
export const DRAFT_ENTRY = 'contact-draft';
