import { expect, test } from 'vitest';
import { coversOf } from '../../scripts/publish/covers.ts';
import { bareEdition, cover, picture } from './publications.ts';

test('a cover says its size and kind, and is named after its edition', () => {
	const covers = coversOf([{ edition: bareEdition(), artifacts: [], cover }]);
	expect(covers.get('zh')).toMatchObject({ name: 'report.zh.cover.png', mediaType: 'image/png' });
	const view = new DataView(picture.buffer, picture.byteOffset);
	// IHDR: width and height follow the signature and the chunk's head.
	expect(covers.get('zh')).toMatchObject({ width: view.getUint32(16), height: view.getUint32(20) });
});

test('an edition without a cover has none here', () => {
	expect(coversOf([{ edition: bareEdition(), artifacts: [] }]).size).toBe(0);
});

test('a drawing is no cover that shops take', () => {
	const drawing = { ...cover, mediaType: 'image/svg+xml' } as const;
	expect(() => coversOf([{ edition: bareEdition(), artifacts: [], cover: drawing }])).toThrow(
		'image/svg+xml',
	);
});
