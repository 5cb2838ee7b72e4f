import { posix } from 'node:path';

/** The text behind percent signs, or the text itself where they make no sense. */
export function decodePercent(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/**
 * The path in the manuscript that an address in one of its files means: relative to that file, or from the top of
 * the manuscript where it begins with `/`. Undefined where it leads out of the manuscript.
 */
export function resolvePath(file: string, address: string): string | undefined {
	const from = address.startsWith('/') ? '' : posix.dirname(file);
	const path = posix.normalize(posix.join(from, address.replace(/^\/+/, ''))).normalize('NFC');
	return path === '..' || path.startsWith('../') ? undefined : path;
}
