/** The routes of the Worker that the site is compared with. */
export const BARE_PATH = '/bare/';
export const BARE_CALLS_PATH = '/bare/calls/';

/** How often a request asks each part of the platform. */
export interface PlatformCalls {
  readonly limit: number;
  readonly store: number;
  readonly object: number;
  readonly queue: number;
  readonly database: number;
}
