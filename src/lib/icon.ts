/** The site's mark, and the tab's icon made of it. */
import { site } from '../shared/site';

/** A door with its keyhole cut out, in a square of 28 units, to be filled by the even-odd rule. */
export const MARK_PATH =
  'M6 0h16a6 6 0 0 1 6 6v22H0V6a6 6 0 0 1 6-6Zm8 8a4 4 0 0 0-2 7.46L10.5 22h7L16 15.46A4 4 0 0 0 14 8Z';

const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28'><path fill='white' d='M9 7h10v16H9z'/><path fill='${site.band}' fill-rule='evenodd' d='${MARK_PATH}'/></svg>`;

/** The icon as a `data:` URL: the page itself carries it, since without one every browser asks for a file (HTML, link type "icon"). */
export const iconUrl = `data:image/svg+xml,${svg.replace(/[#<>]/g, encodeURIComponent)}`;
