/** The platform's rate limit of one network address. */
import type { BurstLimit } from '../limits/burst';

export function createBurstLimit(binding: RateLimit): BurstLimit {
  return {
    allows: async (key) => (await binding.limit({ key })).success,
  };
}
