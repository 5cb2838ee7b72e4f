import { expect, test } from 'vitest';
import { bareIsbn } from '../../scripts/load/isbn.ts';

test.each([
	['978-92-95055-12-4', '9789295055124'],
	['978-3-16-148410-0', '9783161484100'],
	['978 0 306 40615 7', '9780306406157'],
	['9780306406157', '9780306406157'],
	['979-10-90636-07-1', '9791090636071'],
	['978\u20110\u2011306\u201140615\u20117', '9780306406157'],
	['978-0-306-40615-8', undefined],
	['978-0-306-40651-7', undefined],
	['977-0-306-40615-8', undefined],
	['0-306-40615-2', undefined],
	['978-0-306-40615-77', undefined],
	['978-0-306-4061X-7', undefined],
	['', undefined],
])('%s', (given, bare) => {
	expect(bareIsbn(given)).toBe(bare);
});

test('no digit can be changed alone', () => {
	const sound = '9780306406157';
	for (let at = 3; at < sound.length; at++) {
		for (const digit of '0123456789') {
			const changed = sound.slice(0, at) + digit + sound.slice(at + 1);
			expect(bareIsbn(changed), changed).toBe(changed === sound ? sound : undefined);
		}
	}
});
