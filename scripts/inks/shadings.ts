import type { Mixer } from './mixer.ts';
import type { PartCopy } from './part-copy.ts';
import type { Dictionary } from './syntax.ts';

export function convertShading(
	shading: Dictionary,
	_mixer: Mixer,
	_copy: PartCopy,
	_use: string,
): Dictionary {
	return shading;
}
