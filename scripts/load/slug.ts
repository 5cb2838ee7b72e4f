// A file name with edition and ending must stay under 255 bytes; a reader wants it much shorter.
const maxLength = 80;

/** Makes a file name stem of lower-case ASCII letters, digits and hyphens; `book` where nothing else is left. */
export function slugify(title: string): string {
	const words = title
		.normalize('NFKD')
		.replace(/[\p{M}’']/gu, '')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '');
	let slug = '';
	for (const word of words) {
		const longer = slug === '' ? word.slice(0, maxLength) : `${slug}-${word}`;
		if (longer.length > maxLength) break;
		slug = longer;
	}
	return slug === '' ? 'book' : slug;
}
