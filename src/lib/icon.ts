/** The tab's icon, carried by the page itself: without one, every browser asks for a file (HTML, link type "icon"). */
import { site } from '../shared/site';

const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28'><path fill='${site.band}' d='M6 0h16a6 6 0 0 1 6 6v22H0V6a6 6 0 0 1 6-6Z'/><path fill='white' d='M14 8a4 4 0 0 0-2 7.46L10.5 22h7L16 15.46A4 4 0 0 0 14 8Z'/></svg>`;

/** In the brand's colour, as a `data:` URL. */
export const iconUrl = `data:image/svg+xml,${svg.replace(/[#<>]/g, encodeURIComponent)}`;
