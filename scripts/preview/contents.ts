import { createHash } from 'node:crypto';
import { fold } from './page/find.js';
import type { PageContent } from './page/messages.d.ts';
import { readText } from './read-text.ts';

/** What stands on a page, with what the preview wants to know of it. */
export interface Content extends PageContent {
	readonly hash: string;
	/** Ids whose folios the page prints. */
	readonly references: readonly string[];
	/** Folded for the search; made when it is first asked for. */
	readonly text: () => string;
}

/** Contents by their body; nearly always one. */
type Shelf = Map<string, readonly Content[]>;

/**
 * What is known of the pages shown now, by what stands on them: of thousands of pages only those are looked at that
 * were not there before.
 */
export interface Contents {
	/** Forgets whatever is not asked for again until the next call. */
	readonly turn: () => void;
	readonly of: (body: string, notes: string) => Content;
	/** Pages of this turn and of the one before, which a reader may still have. */
	readonly byHash: (hash: string) => Content | undefined;
}

export function rememberContents(): Contents {
	let now: Shelf = new Map();
	let before: Shelf = new Map();
	let hashes = new Map<string, Content>();
	let oldHashes = new Map<string, Content>();
	return {
		turn: () => {
			before = now;
			oldHashes = hashes;
			now = new Map();
			hashes = new Map();
		},
		of: (body, notes) => {
			const those = now.get(body) ?? before.get(body) ?? [];
			const known = those.find((one) => one.notes === notes);
			const content = known ?? read(body, notes);
			now.set(body, known ? those : [...those, content]);
			hashes.set(content.hash, content);
			return content;
		},
		byHash: (hash) => hashes.get(hash) ?? oldHashes.get(hash),
	};
}

function read(body: string, notes: string): Content {
	const hash = createHash('sha256').update(body).update('\0').update(notes).digest('base64url').slice(0, 16);
	let text: string | undefined;
	return {
		hash,
		body,
		notes,
		references: references(body),
		text: () => {
			text ??= fold(`${readText(body)}\n${readText(notes)}`).text;
			return text;
		},
	};
}

function references(body: string): string[] {
	if (!body.includes('page-ref')) return [];
	return [...body.matchAll(/<a\b[^>]*>/g)].flatMap(([tag]) => {
		const target = /\bclass="(?:[^"]*\s)?page-ref[\s"]/.test(tag) && /\bhref="#([^"]+)"/.exec(tag)?.[1];
		return target ? [decodeURIComponent(target)] : [];
	});
}
