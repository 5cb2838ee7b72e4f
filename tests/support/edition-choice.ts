import type { Lang, SingleEdition } from '../../scripts/model/index.ts';

/** The edition in one language that every book has. */
export function editionIn(lang: Lang): SingleEdition {
	return { id: lang, languages: [lang] };
}
