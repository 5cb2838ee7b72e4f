import type { InkModel, Size } from '../../model/index.ts';

/** What a press PDF was asked to be. */
export interface PressExpectations {
	/** Name of the file, for messages. */
	readonly name: string;
	/** Of the finished sheet, in mm. */
	readonly trim: Size;
	/** On all four sides, in mm. */
	readonly bleed: number;
	/** The number of pages is a multiple of it. */
	readonly pagesMultiple: number;
	readonly color: InkModel;
	/** Sum of the inks that may lie on one spot, in percent. */
	readonly totalInk: number;
}

/** The colour space of an output intent (ICC.1:2022, 7.2.8), as PDF calls what it covers. */
export type IntentSpace = 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK';
