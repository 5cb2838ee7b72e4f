import type { FontFace } from '../model/index.ts';

/** A face before it is cut: `source` names a static TrueType file of an npm package. */
export interface FaceSource extends Pick<FontFace, 'family' | 'weight' | 'style' | 'unicodeRange' | 'file'> {
	readonly source: string;
	/** OpenType features that survive the cut. */
	readonly features: readonly string[];
}

/** Ligatures, kerning and figure styles of a Latin face. */
const latinFeatures = [
	'calt',
	'ccmp',
	'kern',
	'liga',
	'lnum',
	'locl',
	'mark',
	'mkmk',
	'onum',
	'pnum',
	'rlig',
	'tnum',
];

/** A Han face keeps what closes up adjacent punctuation (OpenType `chws`, `halt`), and its own composition rules. */
const hanFeatures = ['ccmp', 'chws', 'halt', 'kern'];

/**
 * Punctuation that Latin and Han share in Unicode but not in shape. In Chinese a family with this range stands
 * before the Latin one, so that the language of a run chooses its marks.
 */
export const sharedMarks = '·—‘’“”…‧';

const sharedRange = [...sharedMarks].map((mark) => `U+${mark.charCodeAt(0).toString(16)}`).join(', ');

const google = '@expo-google-fonts';

/**
 * The typefaces of the house: Source Serif and Source Sans for Latin, Noto Serif SC and Noto Sans SC for Han,
 * drawn for each other; Source Code for code. Static TrueType only: Chromium turns CFF and variable fonts into
 * Type 3, which printers refuse.
 */
export const latinFaces: readonly FaceSource[] = [
	...latin('Diglot Serif', 'serif', `${google}/source-serif-4`, 'SourceSerif4', [
		['400Regular', 400, 'normal'],
		['400Regular_Italic', 400, 'italic'],
		['700Bold', 700, 'normal'],
		['700Bold_Italic', 700, 'italic'],
	]),
	...latin('Diglot Sans', 'sans', `${google}/source-sans-3`, 'SourceSans3', [
		['400Regular', 400, 'normal'],
		['600SemiBold', 600, 'normal'],
		['600SemiBold_Italic', 600, 'italic'],
	]),
	...latin('Diglot Mono', 'mono', `${google}/source-code-pro`, 'SourceCodePro', [
		['400Regular', 400, 'normal'],
	]),
];

export const hanFaces: readonly FaceSource[] = [
	...han('Diglot Serif Han', 'serif-han', `${google}/noto-serif-sc`, 'NotoSerifSC', [
		['400Regular', 400],
		['700Bold', 700],
	]),
	...han('Diglot Sans Han', 'sans-han', `${google}/noto-sans-sc`, 'NotoSansSC', [['500Medium', 500]]),
];

function latin(
	family: string,
	stem: string,
	folder: string,
	name: string,
	cuts: readonly (readonly [cut: string, weight: number, style: FontFace['style']])[],
): FaceSource[] {
	return cuts.map(([cut, weight, style]) => ({
		family,
		weight,
		style,
		file: `${stem}-${weight}${style === 'italic' ? '-italic' : ''}.ttf`,
		source: `${folder}/${cut}/${name}_${cut}.ttf`,
		features: latinFeatures,
	}));
}

function han(
	family: string,
	stem: string,
	folder: string,
	name: string,
	cuts: readonly (readonly [cut: string, weight: number])[],
): FaceSource[] {
	return cuts.flatMap(([cut, weight]) => {
		const face: FaceSource = {
			family,
			weight,
			style: 'normal',
			file: `${stem}-${weight}.ttf`,
			source: `${folder}/${cut}/${name}_${cut}.ttf`,
			features: hanFeatures,
		};
		return [face, { ...face, family: `${family} Marks`, unicodeRange: sharedRange }];
	});
}
