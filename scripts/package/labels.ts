/** A label of the house; a key that a language lacks shows itself, so that it is seen and added. */
export function label(labels: Readonly<Record<string, string>>, key: string): string {
	return labels[key] ?? key;
}
