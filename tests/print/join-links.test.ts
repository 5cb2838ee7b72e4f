import { expect, test } from 'vitest';
import { joinLinks } from '../../scripts/print/join-links.ts';
import type { Annotation, Box } from '../../scripts/print/part.ts';

const link = (rect: Box, rest: Partial<Annotation> = {}): Annotation => {
	return { rect, entries: '', target: 'a', name: 'A link', ...rest };
};
const first = link([10, 100, 30, 110]);

test('words side by side become one link, and each knows where it is now', () => {
	const { links, places } = joinLinks([
		first,
		link([32, 100, 50, 110]),
		link([49.5, 99.5, 70, 110]),
		link([10, 80, 20, 90]),
	]);
	expect(links.map(({ rect }) => rect)).toEqual([
		[10, 99.5, 70, 110],
		[10, 80, 20, 90],
	]);
	expect(places).toEqual([0, 0, 0, 1]);
});

test.each([
	['another goal', { target: 'b' }, [32, 100, 50, 110]],
	['an address', { target: undefined, address: 'https://example.org/' }, [32, 100, 50, 110]],
	['another name', { name: 'Another' }, [32, 100, 50, 110]],
	['another line', {}, [32, 90, 50, 100]],
	['another size', {}, [32, 100, 50, 108]],
	['a place far off', {}, [40, 100, 50, 110]],
	['a place before it', {}, [0, 100, 9, 110]],
	['the same place', {}, [10, 100, 30, 110]],
] as const)('%s is another link', (_name, rest, rect) => {
	const next = link(rect as Box, rest as Partial<Annotation>);
	expect(joinLinks([first, next])).toEqual({ links: [first, next], places: [0, 1] });
});

test('links without a name stay apart, and links are left as they are', () => {
	const nameless = link([10, 100, 30, 110], { name: '' });
	expect(joinLinks([nameless, link([32, 100, 50, 110], { name: '' })]).links).toHaveLength(2);
	joinLinks([first, link([32, 100, 50, 110])]);
	expect(first.rect).toEqual([10, 100, 30, 110]);
	expect(joinLinks([])).toEqual({ links: [], places: [] });
});
