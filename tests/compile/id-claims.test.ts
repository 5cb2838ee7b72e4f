import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIdClaims, createOwnClaims } from '../../scripts/compile/id-claims.ts';
import { createClaimId } from '../../scripts/compile/piece-keys.ts';

test('pieces need to know only of those whose keys begin alike', () => {
	const claims = createIdClaims(['zh-a', 'zh-a-b', 'zh-ab', 'zh-c']);
	claims.add('zh-a', ['zh-a-b-h1', 'zh-a-B-x', 'zh-a-h1']);
	claims.add('zh-c', ['zh-c-h1']);
	expect(claims.taken('zh-a-b')).toEqual(['zh-a-b-h1', 'zh-a-B-x']);
	expect(claims.taken('zh-a')).toEqual(['zh-a-b']);
	expect(claims.taken('zh-ab')).toEqual([]);
	expect(claims.taken('zh-c')).toEqual([]);
});

const segment = fc.constantFrom('a', 'b', 'h1', 'n1', '2');
const key = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('-'));
const ending = fc.array(fc.oneof(segment, fc.constant('H1')), { minLength: 1, maxLength: 3 });

test('each piece for itself gets the ids that all would get from one hand', () => {
	const pieces = fc.uniqueArray(key, { minLength: 1, maxLength: 6 });
	const wishes = fc.array(fc.tuple(fc.nat(5), fc.array(ending, { maxLength: 4 })), { maxLength: 12 });
	fc.assert(
		fc.property(pieces, wishes, (keys, rounds) => {
			const together = createClaimId(keys);
			const claims = createIdClaims(keys);
			const own = new Map<string, readonly string[]>();
			for (const [index, endings] of rounds) {
				const one = keys[index % keys.length] ?? '';
				const wanted = endings.map((parts) => [one, ...parts].join('-'));
				const before = own.get(one) ?? [];
				const { claimId, claimed } = createOwnClaims([one, ...claims.taken(one), ...before]);
				const apart = wanted.map((id) => claimId(id));
				expect(apart).toEqual(wanted.map((id) => together(id)));
				own.set(one, [...before, ...claimed]);
				claims.add(one, claimed);
			}
		}),
		{ numRuns: 500 },
	);
});
