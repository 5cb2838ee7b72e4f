import type { InkStream } from './ink-part.ts';
import type { SpaceKind } from './paint-content.ts';
import { isArray, readEntries, targetOf, type Value } from './syntax.ts';

const devices: Readonly<Record<string, SpaceKind>> = {
	'/DeviceGray': 'gray',
	'/CalGray': 'gray',
	'/DeviceRGB': 'rgb',
	'/CalRGB': 'rgb',
	'/DeviceCMYK': 'cmyk',
};
const byChannels: Readonly<Record<string, SpaceKind>> = { 1: 'gray', 3: 'rgb', 4: 'cmyk' };

/** What is read of a part while a colour space is looked at. */
export interface SpaceSource {
	readonly object: (index: number) => Value;
	readonly stream: (index: number) => InkStream | undefined;
}

/**
 * What the components of a colour space are (ISO 32000-1, 8.6): the browser writes those of devices, and its profiles
 * are sRGB.
 */
export function kindOfSpace(value: Value | undefined, source: SpaceSource): SpaceKind {
	const space = followed(value, source);
	if (typeof space === 'string') return devices[space] ?? 'other';
	if (!isArray(space)) return 'other';
	const [family, profile] = space;
	if (family !== '/ICCBased') return typeof family === 'string' ? (devices[family] ?? 'other') : 'other';
	const target = targetOf(profile);
	const stream = target?.kind === 'stream' ? source.stream(target.index) : undefined;
	const channels = stream && readEntries(stream.entries).entries.get('N');
	return typeof channels === 'string' ? (byChannels[channels] ?? 'other') : 'other';
}

/** A value, or the object that stands for it. */
export function followed(value: Value | undefined, source: Pick<SpaceSource, 'object'>): Value | undefined {
	let found = value;
	for (let target = targetOf(found); target?.kind === 'object'; target = targetOf(found)) {
		found = source.object(target.index);
	}
	return found;
}
