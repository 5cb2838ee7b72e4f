import type { Listing } from '../model/index.ts';

export function textFile(name: string, text: string): Listing {
	return { name, bytes: new TextEncoder().encode(text) };
}
