import { parse } from 'yaml';
import type { Lang } from '../model/index.ts';

export type Wording = Readonly<Record<Lang, Readonly<Record<string, string>>>>;

const fileName = /^preview\.([A-Za-z0-9-]+)\.yaml$/;

/** The words of the preview's own page, by language, from `preview.<lang>.yaml` among the templates. */
export function readWording(templates: ReadonlyMap<string, string>): Wording {
	const wording: Record<Lang, Readonly<Record<string, string>>> = {};
	for (const [name, text] of templates) {
		const lang = fileName.exec(name)?.[1];
		if (lang !== undefined) wording[lang] = parse(text) as Readonly<Record<string, string>>;
	}
	return wording;
}
