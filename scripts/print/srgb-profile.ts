import { descriptionType, textType, writeProfile, xyzType } from '../pdf/icc-profile.ts';
import { adaptedPrimaries, connection, toLight } from '../pdf/srgb.ts';

/** Steps of the curve from coded values to light. */
const steps = 1024;

/**
 * An ICC profile of sRGB: version 2, of a display, three primaries with one curve (ICC.1:2001-04, 6.3.2), as an output
 * intent of PDF/A may hold. Always the same bytes.
 */
export function srgbProfile(): Uint8Array {
	const columns = adaptedPrimaries();
	const curve = curveType();
	const tags: readonly (readonly [signature: string, data: Buffer])[] = [
		['desc', descriptionType('sRGB IEC61966-2.1')],
		['cprt', textType('CC0')],
		['wtpt', xyzType(connection)],
		...(['rXYZ', 'gXYZ', 'bXYZ'] as const).map(
			(signature, index) => [signature, xyzType(columns[index] ?? connection)] as const,
		),
		// One curve for all three (6.3: tags may share their data).
		...(['rTRC', 'gTRC', 'bTRC'] as const).map((signature) => [signature, curve] as const),
	];
	return writeProfile({ deviceClass: 'mntr', space: 'XYZ ', tags });
}

/** 6.5.3 */
function curveType(): Buffer {
	const bytes = Buffer.alloc(12 + steps * 2);
	bytes.write('curv', 'latin1');
	bytes.writeUInt32BE(steps, 8);
	for (let step = 0; step < steps; step++) {
		bytes.writeUInt16BE(Math.round(toLight(step / (steps - 1)) * 0xffff), 12 + step * 2);
	}
	return bytes;
}
