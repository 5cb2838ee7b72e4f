import type { Place } from '../model/index.ts';
import type { BlockText } from './block-text.ts';

/** `chapters/risks/values.zh.md:12` */
export function where({ file, line }: Place): string {
	return `${file}:${line}`;
}

/** The text that is translated, where it stands. */
export function besideSource({ placeAt }: BlockText): string {
	return `the text that it translates (${where(placeAt(0))})`;
}
