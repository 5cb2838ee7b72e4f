import { createHash } from 'node:crypto';
import type { Reporter } from '../diagnostics/index.ts';
import type { BookColor, InkModel, Memo, PressProfile } from '../model/index.ts';
import { type BlackInk, readBlackInk, screenBlack } from './black-ink.ts';
import { checkInks } from './check-inks.ts';
import { convertImages, type HeavyImage } from './convert-images.ts';
import { type Converted, convertPart } from './convert-part.ts';
import { bundledProfile, type EngineProfile, isUsable } from './engine.ts';
import { type ProfileHeader, readProfile, slimProfile } from './icc.ts';
import type { InkPart } from './ink-part.ts';
import { InkMixer } from './mixer.ts';
import { srgbOutputProfile } from './srgb-output.ts';

export type { HeavyImage } from './convert-images.ts';
export type { InkPage, InkPart, InkPattern, InkStream } from './ink-part.ts';

export interface InkOptions {
	readonly color: InkModel;
	/** The bundled profile where it, or its bytes, are missing. */
	readonly profile?: PressProfile;
	/** Most ink on one spot, in percent. */
	readonly totalInk: number;
	readonly colors: readonly BookColor[];
	readonly memo: Memo;
	readonly report: Reporter;
}

/** The printing condition that a file in inks is made for (ISO 15930-7, 6.2.2). */
export interface InkProfile {
	readonly bytes: Uint8Array;
	readonly channels: 1 | 3 | 4;
	/** As the profile calls itself. */
	readonly name: string;
	readonly condition?: string;
}

/** A part in inks. */
export type Inked<P extends InkPart> = P & {
	/** Images from which ink was taken. */
	readonly heavy: readonly HeavyImage[];
};

export interface InkWorks {
	/** For the output intent. */
	readonly profile: InkProfile;
	/**
	 * The same pages in inks and without marked content. The part is not changed; the same part gives the same bytes.
	 */
	readonly convert: <P extends InkPart>(part: P) => Promise<Inked<P>>;
	/** The same for works that turn the same part into the same. */
	readonly key: string;
}

/** Opens what turns printed pages into inks; nothing comes back where the profile cannot be used, which is reported. */
export async function openInks(options: InkOptions): Promise<InkWorks | undefined> {
	const { color, colors } = options;
	checkInks(colors, options.totalInk, options.report);
	const found = await findProfile(options);
	if (!found) return undefined;
	const { engine, header, profile } = found;
	const key = keyOf(options, profile.bytes);
	if (color === 'rgb') {
		const convert = async <P extends InkPart>(part: P) => withDrawn(part, convertPart(part, undefined));
		return { profile, key, convert };
	}
	const totalInk = options.totalInk / 100;
	const black = await blackOf(engine, header, options.memo);
	const inks = { model: color, black, totalInk, ...(header.channels === 4 ? { profile: engine } : {}) };
	const mixer = new InkMixer({ ...inks, colors });
	let last: Promise<unknown> = Promise.resolve();
	const convert = async <P extends InkPart>(part: P) => {
		let converted = convertPart(part, mixer);
		// Once more with the colours that were met for the first time.
		while (await mixer.learn()) converted = convertPart(part, mixer);
		const { images } = converted;
		// One after another through all parts, for a large image takes much memory.
		const imaging = last.then(() => convertImages(converted, images, inks));
		last = imaging.catch(() => undefined);
		const { streams, heavy } = await imaging;
		return { ...withDrawn(part, { ...converted, streams }), heavy };
	};
	return { profile, key, convert };
}

/** All of the options that shapes what comes out. */
function keyOf({ color, totalInk, colors }: InkOptions, profile: Uint8Array): string {
	const digest = createHash('sha256').update(profile).digest('base64url');
	const exact = colors.flatMap(({ screen, inks }) => (inks ? [[screen, inks]] : []));
	return JSON.stringify([color, totalInk, digest, exact]);
}

function withDrawn<P extends InkPart>(part: P, drawn: Omit<Converted, 'images'>): Inked<P> {
	const { pages, objects, streams, shared } = drawn;
	return { ...part, pages, objects, streams, ...(part.shared ? { shared } : {}), heavy: [] };
}

interface FoundProfile {
	readonly engine: EngineProfile;
	readonly header: ProfileHeader;
	readonly profile: InkProfile;
}

/** Channels of the profiles that a book in these inks can be printed by. */
const fitting: Readonly<Record<InkModel, readonly number[]>> = { gray: [1, 4], cmyk: [4], rgb: [3] };

const modelNames: Readonly<Record<number, string>> = { 1: 'gray', 3: 'RGB', 4: 'CMYK' };

async function bundledFor(color: InkModel): Promise<Uint8Array> {
	return color === 'rgb' ? srgbOutputProfile() : slimProfile(await bundledProfile('cmyk'));
}

async function findProfile({ color, profile, memo, report }: InkOptions): Promise<FoundProfile | undefined> {
	const given = profile?.bytes;
	const kind = color === 'rgb' ? 'srgb' : 'cmyk';
	const bytes = given ?? (await memo.recall('bundled profiles', kind, () => bundledFor(color)));
	const refuse = (why: string) => {
		report('print-profile', `The profile ${profile?.name} ${why}.`, 'book.yaml');
		return undefined;
	};
	const header = readProfile(bytes);
	if (typeof header === 'string') return refuse(header);
	if (!fitting[color].includes(header.channels)) {
		return refuse(`is made for ${modelNames[header.channels]}, and the book is printed in ${color}`);
	}
	const engine = { bytes, bundled: given === undefined };
	if (given && header.channels === 4 && !(await isUsable(engine)))
		return refuse('cannot be used to convert colours');
	return {
		engine,
		header,
		profile: {
			bytes,
			channels: header.channels,
			name: header.description ?? profile?.name ?? '',
			...(profile?.condition === undefined ? {} : { condition: profile.condition }),
		},
	};
}

async function blackOf(engine: EngineProfile, { channels }: ProfileHeader, memo: Memo): Promise<BlackInk> {
	if (channels === 3) return screenBlack;
	const digest = createHash('sha256').update(engine.bytes).digest('base64url');
	return await memo.recall('black inks', digest, () => readBlackInk(engine, channels));
}
