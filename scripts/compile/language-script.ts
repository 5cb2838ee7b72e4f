import type { Lang } from '../model/index.ts';

/** Writing systems that matter for fonts: `other` is neither Latin nor built on Han. */
export type Script = 'han' | 'latin' | 'other';

export type ScriptOf = (lang: Lang) => Script | undefined;

/** A function that says which script a language is written in; undefined for what is no language tag. */
export function createScriptOf(): ScriptOf {
	const known = new Map<Lang, Script | undefined>();
	return (lang) => {
		if (!known.has(lang)) known.set(lang, scriptOf(lang));
		return known.get(lang);
	};
}

function scriptOf(lang: Lang): Script | undefined {
	try {
		const script = new Intl.Locale(lang).maximize().script;
		if (script === 'Latn') return 'latin';
		return script && /^(Hans|Hant|Hani|Jpan|Bopo)$/.test(script) ? 'han' : 'other';
	} catch {
		return undefined;
	}
}
