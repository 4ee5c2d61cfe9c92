/** The gate: counts and decides. Every operation is one atomic step; keys are keyed hashes, never what a visitor typed. */

/** The verdict on a request, in milliseconds since the epoch. `repeated`: a double click; `admittedAt` is the first one's. */
export type Admission =
  | { readonly type: 'admitted'; readonly admittedAt: number; readonly repeated: boolean }
  /** `isNew`: this very request began the lock. */
  | { readonly type: 'locked'; readonly until: number; readonly isNew: boolean };

/** `superseded`: a reset of the account that was asked for later has been mailed, or used. */
export type MailAllowance =
  | { readonly type: 'allowed'; readonly generation: number }
  | { readonly type: 'capped' }
  | { readonly type: 'superseded' };

export type Issue = { readonly type: 'issued' } | { readonly type: 'superseded' };

/** `repeated`: the same code was armed before. */
export type CodeIssue = { readonly type: 'issued'; readonly repeated: boolean } | { readonly type: 'superseded' };

/** The moment from which on the flow counts as asked for, in milliseconds since the epoch. */
export interface Replacement {
  readonly askedAt: number;
}

/** Why a flow can no longer change a password. A flow the gate does not know counts as `expired`. */
export type DeadFlow = { readonly type: 'used' } | { readonly type: 'superseded' } | { readonly type: 'expired' };

export type FlowState = { readonly type: 'live' } | DeadFlow;

export type Reservation = { readonly type: 'reserved'; readonly lease: string } | { readonly type: 'busy' } | DeadFlow;

/** `lost`: the lease had run out and somebody else holds the flow, or has used it. */
export type Commitment = { readonly type: 'committed' } | { readonly type: 'lost' };

/** `match` names the request that the code belongs to, and is said once. A superseded code is `wrong`. */
export type CodeTry =
  | { readonly type: 'match'; readonly request: string; readonly admittedAt: number }
  | { readonly type: 'wrong'; readonly triesLeft: number }
  | { readonly type: 'exhausted' }
  | { readonly type: 'expired' };

/** One flow of one account. */
export interface FlowKey {
  /** Keyed hash of the account's ref. */
  readonly account: string;
  readonly flow: string;
}

/** One request of one identifier. */
export interface RequestKey {
  /** Keyed hash of the identifier. */
  readonly identifier: string;
  /** Hash of the form's nonce: the same for a double click. */
  readonly request: string;
}

/** One request that was admitted. */
export interface AdmittedKey extends RequestKey {
  readonly admittedAt: number;
}

/** Whether a message from outside, which its sender may repeat, comes for the first time. */
export type Receipt = { readonly type: 'first' } | { readonly type: 'repeated' };

/** May throw whenever the gate cannot be reached; then nothing is known about the step. */
export interface Gate {
  /** Counts a request, then decides. */
  admit(key: RequestKey): Promise<Admission>;
  /**
   * One mail to the account, and the flow's place in the order of what was asked for, however late its mail is. A flow that
   * was allowed stays so, and counts once.
   */
  allowMail(key: FlowKey, askedAt: number): Promise<MailAllowance>;
  /** Makes the flow's link live until `expires` at least, and every link of the account void that was asked for before. */
  issue(key: FlowKey, expires: number): Promise<Issue>;
  peek(key: FlowKey): Promise<FlowState>;
  /** Holds a live flow for one redemption. A lease that runs out is released. */
  reserve(key: FlowKey, leaseSeconds: number): Promise<Reservation>;
  /** The password is set: the flow is used, every other flow of the account that was asked for by now is void. */
  commit(key: FlowKey, lease: string): Promise<Commitment>;
  /** The password was not set: the flow is live again. */
  release(key: FlowKey, lease: string): Promise<void>;
  /**
   * Voids every flow of the account that was asked for by now and allows this one in their place, beyond the mail cap.
   * Repeating it changes nothing while the flow is known.
   */
  replaceAll(key: FlowKey): Promise<Replacement>;
  /** Arms the code of an admitted request; older codes of the identifier stop working. Repeating it changes nothing. */
  issueCode(key: AdmittedKey, codeHash: string): Promise<CodeIssue>;
  /** Counts a try, then compares. Answers the same for identifiers without an account, short of the right code. */
  tryCode(key: AdmittedKey, codeHash: string): Promise<CodeTry>;
  /** Takes a message once. @param message Keyed hash of its id, remembered for `RECEIPT_SECONDS`. */
  receive(message: string): Promise<Receipt>;
}
