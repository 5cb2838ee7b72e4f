import { describe, expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/memo.ts';

/** Asks for a key and says whether its value had to be made. */
function asker() {
	const memo = createMemo();
	const isMade = (key: string, room = 'pieces'): boolean => {
		let made = false;
		memo.recall(room, key, () => {
			made = true;
			return key;
		});
		return made;
	};
	return { memo, isMade };
}

describe('recall', () => {
	test('hands out the very value that was made', () => {
		const memo = createMemo();
		const value = memo.recall('pieces', 'a', () => ({ text: 'x' }));
		expect(memo.recall('pieces', 'a', () => ({ text: 'y' }))).toBe(value);
		memo.endBuild();
		expect(memo.recall('pieces', 'a', () => ({ text: 'y' }))).toBe(value);
	});

	test('keeps keys and rooms apart', () => {
		const { memo } = asker();
		expect(memo.recall('pieces', 'a', () => 1)).toBe(1);
		expect(memo.recall('pieces', 'b', () => 2)).toBe(2);
		expect(memo.recall('units', 'a', () => 3)).toBe(3);
		expect(memo.recall('pieces', 'a', () => 4)).toBe(1);
	});

	test('keeps a value of nothing too', () => {
		const memo = createMemo();
		expect(memo.recall('pieces', 'a', () => undefined)).toBeUndefined();
		expect(memo.recall<number | undefined>('pieces', 'a', () => 1)).toBeUndefined();
	});

	test('does not keep what could not be made', () => {
		const memo = createMemo();
		const fail = () => {
			throw new Error('broken');
		};
		expect(() => memo.recall('pieces', 'a', fail)).toThrow('broken');
		expect(memo.recall('pieces', 'a', () => 1)).toBe(1);
	});

	test('may be asked while a value is made', () => {
		const memo = createMemo();
		const outer = () => memo.recall('pieces', 'outer', () => memo.recall('pieces', 'inner', () => 1) + 1);
		expect(outer()).toBe(2);
		expect(memo.recall('pieces', 'inner', () => 5)).toBe(1);
	});
});

describe('endBuild', () => {
	test('keeps what one build in between did not ask for, and forgets it after the second', () => {
		const { memo, isMade } = asker();
		isMade('a');
		memo.endBuild();
		isMade('other');
		memo.endBuild();
		expect(isMade('a')).toBe(false);
		memo.endBuild();
		for (const _ of [1, 2]) {
			isMade('other');
			memo.endBuild();
		}
		expect(isMade('a')).toBe(true);
	});

	test('leaves a room alone that the build never entered', () => {
		const { memo, isMade } = asker();
		isMade('a', 'pieces');
		for (let build = 0; build < 5; build += 1) {
			isMade('x', 'files');
			memo.endBuild();
		}
		expect(isMade('a', 'pieces')).toBe(false);
	});
});

describe('nameOf', () => {
	test('names each object once, equal ones apart', () => {
		const { nameOf } = createMemo();
		const [one, other] = [{ a: 1 }, { a: 1 }];
		expect(nameOf(one)).toBe(nameOf(one));
		expect(nameOf(one)).not.toBe(nameOf(other));
		expect(nameOf(() => 1)).not.toBe(nameOf(one));
	});
});
