import * as z from 'zod';
import { anything, asks, fields, text } from './fields.ts';
import { choice, length, number } from './quantities.ts';

const inkModel = choice(['gray', 'cmyk', 'rgb']);

const conditionForm = 'must be the name of a printing condition such as FOGRA47';
const priceCodeForm = 'must have five digits, such as 52499';

/** A multiple of pages is a sheet that is folded: halved again and again. */
const pages = choice(['1', '2', '4', '8', '16', '32']).transform(
	(given) => Number(given) as 1 | 2 | 4 | 8 | 16 | 32,
);

export const pressFields = fields(
	{
		bleed: length({ least: 0, most: 20, example: '3 mm' }).optional(),
		marks: choice(['true', 'false'])
			.transform((given) => given === 'true')
			.optional(),
		color: inkModel.optional(),
		profile: text.optional(),
		// The key is an ASCII string (ISO 32000-1, table 365), which no registered name goes beyond.
		condition: z
			.string(asks(conditionForm))
			.regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,98}[\x21-\x7e])?$/, conditionForm)
			.optional(),
		'total-ink': number(100, 400).optional(),
		pages: pages.optional(),
		// These are read on their own.
		paper: anything,
		cover: anything,
	},
	'bleed: 3 mm',
);

export const paperFields = fields(
	{
		// Bible paper has 0.03 mm; a leaf of 1 mm is board.
		caliper: length({ least: 0.03, most: 1, example: '0.1 mm' }).optional(),
		// g/m² and cm³/g.
		grammage: number(20, 500).optional(),
		bulk: number(0.5, 4).optional(),
	},
	'caliper: 0.1 mm',
);

export const coverFields = fields(
	{
		color: inkModel.optional(),
		flaps: length({ least: 0, most: 300, example: '80 mm' }).optional(),
		boards: length({ least: 0, most: 20, example: '0.6 mm' }).optional(),
		'spine-text': choice(['auto', 'none']).optional(),
		price: text.max(40, 'must have at most 40 characters').optional(),
		// GS1 General Specifications, 5.2.5: the add-on has two digits or five; books take five.
		'price-code': z
			.string(asks(priceCodeForm))
			.regex(/^\d{5}$/, priceCodeForm)
			.optional(),
	},
	'flaps: 80 mm',
);
