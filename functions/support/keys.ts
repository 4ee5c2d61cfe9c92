/** The keyed hashes of tickets. One secret; every use has its own label. */
import { bytesToBase64url } from '../crypto/base64url';
import { createKeyedHash } from '../crypto/keyed-hash';

/** Everything is base64url of 32 bytes. */
export interface TicketKeys {
  /** Names the ticket of a form and its answers: the same for a double click, another one for other words. */
  ticketId(nonce: string, content: string): Promise<string>;
  /** Names what was sent with a form, in the same way. */
  requestKey(nonce: string, content: string): Promise<string>;
  /** The secret of the visitor's link, the same whenever the e-mail is made again. */
  token(ticketId: string): Promise<string>;
  /** Names the network that a ticket came from. */
  senderKey(group: string): Promise<string>;
  /** Proves that we made a form, with this nonce, at this time. */
  stamp(nonce: string, madeAt: number): Promise<string>;
}

export function createTicketKeys(secret: string): TicketKeys {
  const hash = createKeyedHash(secret);
  const sign = async (text: string) => bytesToBase64url(await hash(text));
  return {
    ticketId: (nonce, content) => sign(`ticket|${JSON.stringify([nonce, content])}`),
    requestKey: (nonce, content) => sign(`ticket-request|${JSON.stringify([nonce, content])}`),
    token: (ticketId) => sign(`ticket-token|${ticketId}`),
    senderKey: (group) => sign(`ticket-sender|${group}`),
    stamp: (nonce, madeAt) => sign(`ticket-form|${nonce}|${madeAt}`),
  };
}
