/** A Worker in the place of a binding: every call of it throws. */
import { WorkerEntrypoint } from 'cloudflare:workers';

export default class Nothing extends WorkerEntrypoint {}
