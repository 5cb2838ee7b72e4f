/** A picture as every reading system and shop takes it. */
export interface Picture {
	readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/svg+xml';
	readonly bytes: Uint8Array;
	/** In pixels, where it is no longer that of the image in the manuscript. */
	readonly size?: { readonly width: number; readonly height: number };
}

/** An image as a page of the press edition shows it. */
export interface PrintedPicture {
	/** As in the text: its path in the manuscript. */
	readonly source: string;
	/** Id of the unit that it stands in. */
	readonly unit: string;
	/** In pt. */
	readonly width: number;
	readonly height: number;
}

/** What a shop asks of the pictures in a book. */
export interface PictureRules {
	/** Width × height. */
	readonly maxPixels: number;
	readonly maxBytes: number;
	/** Nothing may shine through: transparent parts become white. */
	readonly opaque: boolean;
}
