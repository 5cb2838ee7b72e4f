// Moves what stands on one page to the right: node shift-page.mjs FROM TO PAGE MILLIMETRES
import { readFileSync, writeFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';

const [from = '', to = '', page = '1', millimetres = '0'] = process.argv.slice(2);
const pdf = await PDFDocument.load(readFileSync(from), { updateMetadata: false });
pdf.getPage(Number(page) - 1).translateContent((Number(millimetres) * 72) / 25.4, 0);
writeFileSync(to, await pdf.save());
