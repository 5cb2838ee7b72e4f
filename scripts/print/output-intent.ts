import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { writeString } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';

const compress = promisify(deflate);

/** The printing condition that a file was made for, with its profile. */
export interface OutputIntent {
	/** ICC profile. */
	readonly bytes: Uint8Array;
	readonly channels: 1 | 3 | 4;
	/** What the profile is called. */
	readonly name: string;
	/** Name of the condition in the registry of the ICC, such as `FOGRA47`. */
	readonly condition?: string;
}

/** The registry of printing conditions that names are looked up in (ISO 15930-7, 6.2.2). */
const registry = 'http://www.color.org';

/**
 * Writes an output intent with its profile embedded (ISO 32000-1, 14.11.5).
 * @param subtype standard that asks for it, such as `GTS_PDFX`
 * @returns its number
 */
export async function addOutputIntent(
	writer: PdfWriter,
	{ bytes, channels, name, condition }: OutputIntent,
	subtype: string,
): Promise<number> {
	const [intent, profile] = [writer.reserve(), writer.reserve()];
	writer.stream(profile, `/N ${channels} /Filter /FlateDecode`, await compress(bytes));
	const text = (value: string) => writeString(Buffer.from(value, 'latin1'));
	const entries = [
		`/Type /OutputIntent /S /${subtype} /DestOutputProfile ${profile} 0 R`,
		`/OutputConditionIdentifier ${text(condition ?? 'Custom')}`,
		...(condition === undefined ? [] : [`/RegistryName ${text(registry)}`]),
		`/Info ${writeString(textString(name))}`,
	];
	writer.object(intent, `<<${entries.join(' ')}>>`);
	return intent;
}

/** A text string (7.9.2.2): in UTF-16 where ASCII does not hold it. */
function textString(value: string): Uint8Array {
	if (/^[\x20-\x7e]*$/.test(value)) return Buffer.from(value, 'latin1');
	return Buffer.from(`\ufeff${value}`, 'utf16le').swap16();
}
