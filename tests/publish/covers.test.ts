import { expect, test } from 'vitest';
import { coversOf } from '../../scripts/publish/covers.ts';
import { bareEdition, picture } from './publications.ts';

test('a cover says its size and kind, and is named after its edition', () => {
	const covers = coversOf([{ edition: bareEdition(), artifacts: [], cover: picture }]);
	expect(covers.get('zh')).toMatchObject({ name: 'report.zh.cover.png', mediaType: 'image/png' });
	const view = new DataView(picture.buffer, picture.byteOffset);
	// IHDR: width and height follow the signature and the chunk's head.
	expect(covers.get('zh')).toMatchObject({ width: view.getUint32(16), height: view.getUint32(20) });
});

test('an edition without a cover has none here', () => {
	expect(coversOf([{ edition: bareEdition(), artifacts: [] }]).size).toBe(0);
});

test('what is no picture that shops take is refused', () => {
	const gif = new TextEncoder().encode('GIF89a\u0001\u0000\u0001\u0000');
	expect(() => coversOf([{ edition: bareEdition(), artifacts: [], cover: gif }])).toThrow(
		'neither PNG nor JPEG',
	);
});
