/** Events as rows of Workers Analytics Engine, whose columns have numbers instead of names. docs/operating.md prints them. */
import type { OperatorEvent } from './events';

/** `blob2` and on, after the event's name in `blob1`. Only ever add at the end: rows of three months keep their order. */
export const wordColumns = [
  'locale',
  'kind',
  'by',
  'form',
  'mail',
  'channel',
  'reason',
  'problem',
  'problems',
  'result',
  'part',
  'during',
  'job',
  'error',
  'bounce',
  'topic',
  'recipient',
] as const;

/** `double1` and on. Only ever add at the end. */
export const numberColumns = ['attempt', 'afterSeconds', 'code', 'repeated', 'requeued', 'erased'] as const;

type FactOf<Event> = Event extends unknown ? Exclude<keyof Event, 'event'> : never;

type WithoutColumn = Exclude<FactOf<OperatorEvent>, (typeof wordColumns)[number] | (typeof numberColumns)[number]>;

/** No event at all, so that nothing compiles, while a fact has no column. */
type EventWithColumns = [WithoutColumn] extends [never] ? OperatorEvent : never;

/** A row: words that are absent are empty, numbers that are absent 0; a list is joined by commas, true is 1. */
export function eventToDataPoint(event: EventWithColumns) {
  const facts: Readonly<Record<string, unknown>> = { ...event };
  return {
    indexes: [event.event],
    blobs: [event.event, ...wordColumns.map((name) => String(facts[name] ?? ''))],
    doubles: numberColumns.map((name) => Number(facts[name] ?? 0)),
  };
}
