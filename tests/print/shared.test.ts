import { expect, test } from 'vitest';
import { findShared } from '../../scripts/print/shared.ts';

const stream = (entries: string, content: string) => ({ entries, bytes: Buffer.from(content) });
const none: ReadonlySet<number> = new Set();

test('the same picture has the same key, wherever it and its mask stand among the streams', () => {
	const one = findShared([], [stream('/SMask @s1;', 'picture'), stream('', 'mask')], none);
	const other = findShared([], [stream('', 'x'), stream('', 'mask'), stream('/SMask @s1;', 'picture')], none);
	expect(one.streams[0]).toBe(other.streams[2]);
	expect(one.streams[1]).toBe(other.streams[1]);
	expect(other.streams[0]).toBeDefined();
});

test('another content, another entry, another mask is another picture', () => {
	const key = (entries: string, content: string, mask: string) =>
		findShared([], [stream(entries, content), stream('', mask)], none).streams[0];
	const keys = [
		key('/SMask @s1;', 'a', 'm'),
		key('/SMask @s1;', 'b', 'm'),
		key('/W 1 /SMask @s1;', 'a', 'm'),
		key('/SMask @s1;', 'a', 'n'),
		key('', 'a', 'm'),
	];
	expect(new Set(keys).size).toBe(keys.length);
});

test('what belongs to a place in the book is not shared, nor what leads to it', () => {
	const objects = ['<</Pg @p0;>>', '<</Obj @a0;>>', '[@o0;]', '<</X [@o2;]>>', '<</ca 1>>'];
	expect(Object.keys(findShared(objects, [], none).objects)).toEqual(['4']);
});

test('a ring is not shared', () => {
	expect(findShared(['<</A @o1;>>', '<</B @o0;>>', '[@o0;]'], [], none).objects).toEqual({});
});

test('a face counts by its name, for the book has one object for it', () => {
	const key = (face: string) => findShared([`<</F @f${face};>>`], [], none).objects[0];
	expect(key('A')).toBe(key('A'));
	expect(key('A')).not.toBe(key('B'));
});

test('an object is not a stream of the same entries', () => {
	const { objects, streams } = findShared(['/A 1'], [stream('/A 1', '')], none);
	expect(objects[0]).not.toBe(streams[0]);
});

test('contents of pages are left out', () => {
	expect(Object.keys(findShared([], [stream('', 'a'), stream('', 'b')], new Set([0])).streams)).toEqual([
		'1',
	]);
});
