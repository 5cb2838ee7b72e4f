/** A label of the house; a key that a language lacks shows itself, so that it is seen and added. */
export function label(labels: Readonly<Record<string, string>>, key: string): string {
	return labels[key] ?? key;
}

/** A label with values in the places of their names in braces: `{title}`. */
export function filledLabel(
	labels: Readonly<Record<string, string>>,
	key: string,
	values: Readonly<Record<string, string>>,
): string {
	return label(labels, key).replaceAll(/\{([\w-]+)\}/g, (place, name: string) => values[name] ?? place);
}
