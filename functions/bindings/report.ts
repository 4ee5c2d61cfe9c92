/** Where events go: the Worker's log, and Analytics Engine where it is bound. */

import type { ConfigurationError } from '../configuration-error';
import { eventToDataPoint } from '../event-columns';
import type { Report } from '../events';

/** One JSON object a line. @param dataset Absent where the operator has bound none. */
export function createReport(dataset: AnalyticsEngineDataset | undefined): Report {
  return (event) => {
    // biome-ignore lint/suspicious/noConsole: the Worker's log is the operator's, and this is its one door.
    console.log(JSON.stringify(event));
    try {
      dataset?.writeDataPoint(eventToDataPoint(event));
    } catch {
      // The line above says it all the same.
    }
  };
}

/** Tells the operator which variable is wrong, and the remedy. */
export function logConfiguration({ message }: ConfigurationError): void {
  // biome-ignore lint/suspicious/noConsole: before there is a configuration there are no events.
  console.error(message);
}
