import { createClaimId } from './piece-keys.ts';

/** The ids of the book while its pieces claim them, one piece after the other. */
export interface IdClaims {
	/** What other pieces have claimed of the ids that begin with the key of this one, their own keys included. */
	readonly taken: (key: string) => readonly string[];
	/** Sets down what a piece has claimed. */
	readonly add: (key: string, claimed: readonly string[]) => void;
}

/**
 * Every id of a piece begins with its key and a hyphen. So pieces can want the same id only where the key of one
 * begins with that of the other, as `zh-risks` and `zh-risks-values`; all others need not know of each other.
 */
export function createIdClaims(keys: readonly string[]): IdClaims {
	const relatives = findRelatives(new Set(keys));
	const claims = new Map<string, readonly string[]>();
	return {
		taken: (key) =>
			(relatives.get(key) ?? []).flatMap((other) =>
				[other, ...(claims.get(other) ?? [])].filter((id) => id.toLowerCase().startsWith(`${key}-`)),
			),
		add: (key, claimed) => void claims.set(key, [...(claims.get(key) ?? []), ...claimed]),
	};
}

function findRelatives(keys: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
	const relatives = new Map<string, string[]>();
	const relate = (key: string, other: string): void => {
		const known = relatives.get(key);
		if (known) known.push(other);
		else relatives.set(key, [other]);
	};
	for (const key of keys) {
		for (let end = key.indexOf('-'); end >= 0; end = key.indexOf('-', end + 1)) {
			const shorter = key.slice(0, end);
			if (!keys.has(shorter)) continue;
			relate(key, shorter);
			relate(shorter, key);
		}
	}
	return relatives;
}

/** Claims for one text, and what was handed out. */
export interface OwnClaims {
	readonly claimId: (wanted: string) => string;
	readonly claimed: readonly string[];
}

export function createOwnClaims(taken: readonly string[]): OwnClaims {
	const claim = createClaimId(taken);
	const claimed: string[] = [];
	const claimId = (wanted: string): string => {
		const id = claim(wanted);
		claimed.push(id);
		return id;
	};
	return { claimId, claimed };
}
