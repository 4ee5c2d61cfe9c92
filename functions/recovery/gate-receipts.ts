/** The gate's book of messages that came from outside. */
import type { Clock } from '../clock';
import type { Receipt } from './gate-port';
import type { Sql } from './gate-sql';

/** Longer than any provider tries to deliver one message: Resend gives up after a day and a half, and lets operators repeat one by hand. */
export const RECEIPT_SECONDS = 7 * 86_400;

export class ReceiptBook {
  readonly #sql: Sql;
  readonly #clock: Clock;

  constructor(sql: Sql, clock: Clock) {
    this.#sql = sql;
    this.#clock = clock;
  }

  receive(message: string): Receipt {
    const added = this.#sql.exec(
      'INSERT INTO receipts (message, at) VALUES (?, ?) ON CONFLICT (message) DO NOTHING RETURNING at',
      message,
      this.#clock.now(),
    );
    return { type: added.length > 0 ? 'first' : 'repeated' };
  }

  purge(): void {
    this.#sql.exec('DELETE FROM receipts WHERE at <= ?', this.#clock.now() - RECEIPT_SECONDS * 1000);
  }
}
