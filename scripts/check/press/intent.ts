import { type PDFDict, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import type { InkModel } from '../../model/index.ts';
import { faultOfIccTags, type IccHeader, readIccHeader } from '../../pdf/icc-header.ts';
import { contentOf } from '../../pdf/stream-content.ts';
import type { IntentSpace } from './expectations.ts';
import type { Findings } from './findings.ts';
import { dictOf, entry, itemsOf, nameOf, textOf } from './objects.ts';

const spaces: Readonly<Record<string, readonly [IntentSpace, channels: number]>> = {
	GRAY: ['DeviceGray', 1],
	'RGB ': ['DeviceRGB', 3],
	CMYK: ['DeviceCMYK', 4],
};

/** The output intent for which a file of an ink model is made. */
const usual: Readonly<Record<InkModel, IntentSpace>> = {
	gray: 'DeviceCMYK',
	cmyk: 'DeviceCMYK',
	rgb: 'DeviceRGB',
};

/**
 * Looks for the one output intent of PDF/X with its profile (ISO 15930-7; ISO 32000-1, 14.11.5): of an output device,
 * whole, with as many components as its stream says, of a version that PDF 1.6 knows.
 * @returns what it covers; where it cannot be read, what the edition needs
 */
export function checkIntent(catalog: PDFDict, color: InkModel, findings: Findings): IntentSpace {
	const intents = itemsOf(entry(catalog, 'OutputIntents')).map(dictOf);
	const found = intents.filter((intent) => nameOf(entry(intent, 'S')) === 'GTS_PDFX');
	const [intent] = found;
	if (!intent || found.length !== 1) {
		findings.add('press-intent', `The file has ${found.length} output intents of PDF/X, not one`);
		return usual[color];
	}
	if (!textOf(entry(intent, 'OutputConditionIdentifier')))
		findings.add('press-intent', 'The output intent has no OutputConditionIdentifier');
	const stream = entry(intent, 'DestOutputProfile');
	if (!(stream instanceof PDFRawStream)) {
		findings.add('press-profile', 'The output intent has no embedded profile');
		return usual[color];
	}
	return checkProfile(stream, findings) ?? usual[color];
}

function checkProfile(stream: PDFRawStream, findings: Findings): IntentSpace | undefined {
	const header = readWhole(bytesOf(stream));
	const fault = (clause: string) => findings.add('press-profile', `The output profile ${clause}`);
	if (typeof header === 'string') {
		fault(header);
		return undefined;
	}
	const [space, channels] = spaces[header.space] ?? [];
	const components = entry(stream.dict, 'N');
	if (!space) fault(`is for ${header.space.trim()}, not for gray, RGB or CMYK`);
	else if (!(components instanceof PDFNumber) || components.asNumber() !== channels)
		fault(`has ${channels} components, and the file says another number`);
	else if (header.version !== 2 && header.version !== 4) fault(`has version ${header.version}, not 2 or 4`);
	else if (header.deviceClass !== 'prtr') fault(`is of class ${header.deviceClass}, not prtr`);
	return space;
}

/** The header of a profile all of which is there; else what is wrong with it, as a clause. */
function readWhole(bytes: Uint8Array): IccHeader | string {
	const header = readIccHeader(bytes);
	if (!header) return 'is no ICC profile';
	if (header.size !== bytes.length) return `says that it has ${header.size} bytes, and has ${bytes.length}`;
	return faultOfIccTags(bytes) ?? header;
}

function bytesOf(stream: PDFRawStream): Uint8Array {
	try {
		return contentOf(stream);
	} catch {
		return new Uint8Array();
	}
}
