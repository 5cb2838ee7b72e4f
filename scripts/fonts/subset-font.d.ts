declare module 'subset-font' {
	interface Options {
		readonly targetFormat?: 'truetype' | 'sfnt' | 'woff' | 'woff2';
		readonly keepFeatures?: readonly string[];
		readonly noHinting?: boolean;
		readonly dropTables?: readonly string[];
	}
	/** Cuts a font to the characters of `text`. */
	export default function subsetFont(font: Buffer, text: string, options?: Options): Promise<Buffer>;
}
