/**
 * `node src/commands/pictures.ts FOLDER [ADDRESS]`: makes the share pictures below a folder that is served as the site's
 * root, all or the one at an address. The build and `npm run dev` call it; `ORIGIN` is written into the QR codes.
 */
import process from 'node:process';
import { facesOf } from '../lib/pictures/faces.ts';
import { makePictures } from '../lib/pictures/make.ts';
import { editionOf } from '../lib/plan/edition.ts';
import { loadPlan } from '../lib/plan/load.ts';
import { contentFolder, readFolder } from './content-folder.ts';
import { inProject, root } from './project.js';

const [into, only] = process.argv.slice(2);
if (into === undefined) throw new Error('Say into which folder: node src/commands/pictures.ts FOLDER [ADDRESS]');

const loaded = loadPlan(await readFolder(contentFolder));
const origin = (process.env.ORIGIN ?? 'http://localhost:4173').replace(/\/$/, '');
const { editions } = loaded.lookup.content;
const began = performance.now();
const { all, drawn } = await makePictures({
	root,
	faces: facesOf(loaded, origin, (card) => editionOf(loaded.plan, editions.value, card)),
	into,
	// Outside of build/, which the adapter empties.
	cache: inProject('node_modules', '.cache', 'kandong-pictures'),
	...(only === undefined ? {} : { only })
});
console.log(`${all} pictures, ${drawn} drawn in ${((performance.now() - began) / 1000).toFixed(1)} s`);
