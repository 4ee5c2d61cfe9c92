/** The sheet that shows the question about optional data; there is none where nothing is asked. */
import type { APIRoute } from 'astro';
import { isConsentAsked } from '../../shared/consent';
import sheet from '../../styles/consent.css?raw';

export const getStaticPaths = () => (isConsentAsked ? [{ params: { sheet: 'banner' } }] : []);

export const GET: APIRoute = () => new Response(sheet, { headers: { 'Content-Type': 'text/css' } });
