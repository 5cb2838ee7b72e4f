import type { Reporter } from '../diagnostics/index.ts';
import type { Lang, Localized, LocalText } from '../model/index.ts';
import type { LocalizedText } from './fields.ts';
import { describePath } from './read-fields.ts';
import type { Path, YamlDocument } from './yaml-document.ts';

export interface LocalizeOptions {
	/** The book's languages; the source language first. */
	readonly languages: readonly Lang[];
	readonly document: YamlDocument;
	readonly report: Reporter;
	/** Languages whose missing texts are reported: all, unless given. */
	readonly needed?: ReadonlySet<Lang>;
}

/**
 * Fills a text for every language of the book. Where one is missing, the first that exists stands in, those of the
 * book before others; the text says what language it really is in.
 */
export function localize(raw: LocalizedText, path: Path, options: LocalizeOptions): Localized<LocalText> {
	const { languages, document, report, needed } = options;
	const source = languages[0] ?? 'und';
	const given: ReadonlyMap<Lang, LocalText> =
		typeof raw === 'string'
			? new Map([[source, { text: raw, lang: source, place: document.place(path) }]])
			: new Map(
					Object.entries(raw).map(([lang, text]) => [
						lang,
						{ text, lang, place: document.place([...path, lang]) },
					]),
				);
	const standIn = [...languages, ...given.keys()]
		.map((lang) => given.get(lang))
		.find((one) => one !== undefined);
	const filled: Record<Lang, LocalText> = {};
	for (const lang of languages) {
		const text = given.get(lang) ?? standIn;
		if (!text) continue;
		filled[lang] = text;
		if (text.lang !== lang && (needed?.has(lang) ?? true)) {
			const message = `${describePath(path)} is not given in "${lang}"; the text in "${text.lang}" stands in`;
			report('config-translation-missing', message, document.keyPlace(path));
		}
	}
	return filled;
}
