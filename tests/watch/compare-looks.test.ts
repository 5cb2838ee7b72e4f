import { expect, test } from 'vitest';
import { compareLooks } from '../../scripts/watch/compare-looks.ts';
import type { Look } from '../../scripts/watch/look.ts';

/** A look in which `a.md` has the given size and mark. */
function look(files: Readonly<Record<string, readonly [size: number, mark: string]>>): Look {
	const marked = Object.entries(files).map(([path, [size, mark]]) => [path, { size, mark }] as const);
	return { files: new Map(marked), folders: new Map([['/', 'root']]) };
}

const gone: Look = { files: new Map(), folders: new Map() };
const before = look({ 'a.md': [3, 'x'], 'b.md': [0, 'y'] });

test.each([
	['the same', look({ 'a.md': [3, 'x'], 'b.md': [0, 'y'] }), false, false],
	['a file that was written', look({ 'a.md': [4, 'z'], 'b.md': [0, 'y'] }), true, false],
	['a file that is new', look({ 'a.md': [3, 'x'], 'b.md': [0, 'y'], 'c.md': [0, 'z'] }), true, false],
	['a file that became empty', look({ 'a.md': [0, 'z'], 'b.md': [0, 'y'] }), true, true],
	['a file that went away', look({ 'b.md': [0, 'y'] }), true, true],
	['an empty file that went away', look({ 'a.md': [3, 'x'] }), true, false],
	['a file that has another name', look({ 'a.md': [3, 'x'], 'c.md': [0, 'y'] }), true, false],
	['a folder that went away', gone, true, true],
])('%s', (_name, after, changed, unsettled) => {
	expect(compareLooks(before, after)).toEqual({ changed, unsettled });
});

test('a folder that comes back is a change, even an empty one', () => {
	expect(compareLooks(gone, look({}))).toEqual({ changed: true, unsettled: false });
	expect(compareLooks(gone, gone)).toEqual({ changed: false, unsettled: false });
});
