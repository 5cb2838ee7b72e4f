import type { Reporter } from '../diagnostics/index.ts';
import type { BookColor, InkModel, Memo, PressProfile } from '../model/index.ts';
import { type BlackInk, readBlackInk, screenBlack } from './black-ink.ts';
import { convertPart } from './convert-part.ts';
import { bundledProfile, type EngineProfile, isUsable } from './engine.ts';
import { type ProfileHeader, readProfile, slimProfile } from './icc.ts';
import type { InkPart } from './ink-part.ts';
import { InkMixer } from './mixer.ts';

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

export interface InkWorks {
	/** For the output intent. */
	readonly profile: InkProfile;
	/**
	 * The same pages in inks and without marked content. The part is not changed; the same part gives the same bytes.
	 */
	readonly convert: <P extends InkPart>(part: P) => Promise<P>;
}

/** Opens what turns printed pages into inks; nothing comes back where the profile cannot be used, which is reported. */
export async function openInks(options: InkOptions): Promise<InkWorks | undefined> {
	const { color, totalInk, colors } = options;
	const found = await findProfile(options);
	if (!found) return undefined;
	const { engine, header, profile } = found;
	if (color === 'rgb') return { profile, convert: async (part) => ({ ...part, ...drawn(part, undefined) }) };
	const black = await blackOf(engine, header, options.memo);
	const mixer = new InkMixer({
		model: color,
		black,
		totalInk: totalInk / 100,
		colors,
		...(header.channels === 4 ? { profile: engine } : {}),
	});
	const convert = async <P extends InkPart>(part: P): Promise<P> => {
		let converted = drawn(part, mixer);
		// Once more with the colours that were met for the first time.
		while (await mixer.learn()) converted = drawn(part, mixer);
		return { ...part, ...converted };
	};
	return { profile, convert };
}

function drawn(part: InkPart, mixer: InkMixer | undefined) {
	const { pages, objects, streams, shared } = convertPart(part, mixer);
	return { pages, objects, streams, ...(part.shared ? { shared } : {}) };
}

interface FoundProfile {
	readonly engine: EngineProfile;
	readonly header: ProfileHeader;
	readonly profile: InkProfile;
}

/** Channels of the profiles that a book in these inks can be printed by. */
const fitting: Readonly<Record<InkModel, readonly number[]>> = { gray: [1, 4], cmyk: [4], rgb: [3] };

const modelNames: Readonly<Record<number, string>> = { 1: 'gray', 3: 'RGB', 4: 'CMYK' };

async function findProfile({ color, profile, report }: InkOptions): Promise<FoundProfile | undefined> {
	const given = profile?.bytes;
	const bytes = given ?? slimProfile(await bundledProfile(color === 'rgb' ? 'srgb' : 'cmyk'));
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

async function blackOf(engine: EngineProfile, { channels }: ProfileHeader, _memo: Memo): Promise<BlackInk> {
	return channels === 3 ? screenBlack : await readBlackInk(engine, channels);
}
