/** A Worker in the place of a dataset of Analytics Engine: keeps every row, and tells them. */
import { WorkerEntrypoint } from 'cloudflare:workers';

const rows: AnalyticsEngineDataPoint[] = [];

export default class Dataset extends WorkerEntrypoint {
  writeDataPoint(row: AnalyticsEngineDataPoint): void {
    rows.push(row);
  }

  override fetch(): Response {
    return Response.json(rows);
  }
}
