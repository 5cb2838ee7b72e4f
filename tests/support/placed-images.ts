import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Matrix = readonly [number, number, number, number, number, number];

const unit: Matrix = [1, 0, 0, 1, 0, 0];

/** Width and height in pt of each image of a PDF, in the order in which they are painted; pdf.js reads. */
export async function placedImages(bytes: Uint8Array): Promise<readonly (readonly [number, number])[]> {
	const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
	try {
		const pdf = await task.promise;
		const sizes: (readonly [number, number])[] = [];
		for (let number = 1; number <= pdf.numPages; number++)
			sizes.push(...(await imagesOf(await pdf.getPage(number))));
		return sizes;
	} finally {
		await task.destroy();
	}
}

async function imagesOf(page: PDFPageProxy): Promise<readonly (readonly [number, number])[]> {
	const { fnArray, argsArray } = await page.getOperatorList();
	const stack: Matrix[] = [unit];
	const change = (matrix: Matrix) => stack.push(times(matrix, stack.pop() ?? unit));
	return fnArray.flatMap((operator, index): (readonly [number, number])[] => {
		const args = argsArray[index];
		if (operator === OPS.save) stack.push(stack.at(-1) ?? unit);
		else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) stack.pop();
		else if (operator === OPS.transform) change(args);
		else if (operator === OPS.paintFormXObjectBegin) {
			stack.push(stack.at(-1) ?? unit);
			if (args[0]) change(args[0]);
		} else if (operator === OPS.paintImageXObject) {
			const [a, b, c, d] = stack.at(-1) ?? unit;
			return [[rounded(Math.hypot(a, b)), rounded(Math.hypot(c, d))]];
		}
		return [];
	});
}

/** ISO 32000-2, 8.3.4: the first is applied first. */
function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
	return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

function rounded(length: number): number {
	return Math.round(length * 10) / 10;
}
