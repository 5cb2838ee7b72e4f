import { noMemo } from '../diagnostics/index.ts';
import type { Lang, Memo, Person } from '../model/index.ts';

/** Gives the pinyin of a Chinese name, syllables apart, surname readings first. */
export type Romanize = (name: string) => string;

export interface SortKeys {
	readonly romanize?: Romanize;
}

const hanScript = /\p{Script=Han}/u;

/**
 * What a person is sorted by: the key of contributors.yaml, else the pinyin of a Chinese name, else the name.
 */
export function sortKey(person: Person, lang: Lang, keys: SortKeys): string {
	const given = person.sort?.[lang];
	if (given !== undefined) return given;
	const name = person.name[lang]?.text ?? person.id;
	return hanScript.test(name) && keys.romanize ? keys.romanize(name) : name;
}

/** Loads the pinyin dictionary, which only an edition with Han names needs. */
export async function loadSortKeys(names: readonly string[], memo: Memo = noMemo): Promise<SortKeys> {
	if (!names.some((name) => hanScript.test(name))) return {};
	const { pinyin } = await import('pinyin-pro');
	return {
		romanize: (name) =>
			memo.recall('pinyin', name, () =>
				pinyin(name, { toneType: 'none', surname: 'head', type: 'array', nonZh: 'removed' }).join(' '),
			),
	};
}

/** Sorts by key without regard to case and accents; equal keys keep their order. */
export function sortByKey<T>(values: readonly T[], key: (value: T) => string, lang: Lang): readonly T[] {
	const collator = new Intl.Collator(lang.startsWith('zh') ? 'en' : lang, {
		sensitivity: 'base',
		numeric: true,
	});
	return [...values].sort((a, b) => collator.compare(key(a), key(b)));
}
