/** The search files of the articles in `content/` as they are now: built while this module is loaded, anew each time it is. */
import { enabledLocales } from '../../src/shared/locales';
import { readArticles } from '../content-files';
import { buildIndex } from './build-index';

const locales = enabledLocales.map(({ code }) => code);
const { files, articles } = await buildIndex(readArticles(process.cwd(), locales));
const counts = [...articles].map(([{ code }, count]) => `${code} ${count}`);

/** From a file's URL to its text. */
export const searchFiles = files;

/** One line for the person who builds. */
export const summary = `${files.size} files for the articles of ${counts.join(', ')}`;
