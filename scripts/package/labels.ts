import type { Edition, House, Lang } from '../model/index.ts';

/** A label of the house; a key that a language lacks shows itself, so that it is seen and added. */
export function label(labels: Readonly<Record<string, string>>, key: string): string {
	return labels[key] ?? key;
}

/** Labels, and the language that they are in. */
export interface Wording {
	readonly lang: Lang;
	readonly labels: Edition['labels'];
}

/** The wording for a text in a language: the edition's or the house's in it, else that in the main language. */
export function wordingFor(lang: Lang, edition: Edition, house: Pick<House, 'labels'>): Wording {
	const [main = lang, second] = edition.languages;
	const own = lang === second ? edition.otherLabels : undefined;
	const labels = lang === main ? edition.labels : (own ?? house.labels[lang]);
	return labels ? { lang, labels } : { lang: main, labels: edition.labels };
}

/** A label with values in the places of their names in braces: `{title}`. */
export function filledLabel(
	labels: Readonly<Record<string, string>>,
	key: string,
	values: Readonly<Record<string, string>>,
): string {
	return label(labels, key).replaceAll(/\{([\w-]+)\}/g, (place, name: string) => values[name] ?? place);
}
