import { createHash } from 'node:crypto';
import type { Lang, PiecePath } from '../model/index.ts';

/**
 * The stem of a piece's ids and file names: `zh-chapters-risks-values`. A segment that is not ASCII becomes eight
 * hexadecimal digits that depend on it alone, so that a link from outside stays good from build to build.
 */
export function pieceKey(lang: Lang, path: PiecePath): string {
	return [lang, ...path.split('/')]
		.map((segment) => asciiName(segment).toLowerCase())
		.filter((segment) => segment !== '')
		.join('-');
}

/** ASCII letters, digits, hyphens and underscores in place of any name. */
export function asciiName(name: string): string {
	const normal = name.normalize('NFC');
	if (/\P{ASCII}/u.test(normal)) return createHash('sha256').update(normal).digest('hex').slice(0, 8);
	return normal.replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '');
}

/**
 * A function that hands out ids, each only once and none of those that are taken; case does not tell them apart, for
 * they become file names.
 */
export function createClaimId(taken: readonly string[] = []): (wanted: string) => string {
	const used = new Set(taken.map((id) => id.toLowerCase()));
	const last = new Map<string, number>();
	return (wanted) => {
		const stem = wanted.toLowerCase();
		let number = last.get(stem) ?? 1;
		let id = wanted;
		while (used.has(id.toLowerCase())) {
			number += 1;
			id = `${wanted}-${number}`;
		}
		last.set(stem, number);
		used.add(id.toLowerCase());
		return id;
	};
}
