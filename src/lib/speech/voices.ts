import type { Locale } from '../plan/locale.ts';
import { voicesOf } from './languages/index.ts';

/** What is asked of a `SpeechSynthesisVoice`. */
export type Voice = Pick<SpeechSynthesisVoice, 'name' | 'lang' | 'localService' | 'default' | 'voiceURI'>;

/** Whether texts can be read aloud here, and if not, why. */
export type Availability = 'waiting' | 'ready' | 'no-engine' | 'no-voice' | 'only-remote';

function speaks({ lang }: Voice, locale: Locale): boolean {
	const { is, not } = voicesOf[locale];
	const tag = lang.replaceAll('_', '-');
	return is.test(tag) && !not?.test(tag);
}

/**
 * The voices on this device that speak a language, best first. A voice that is not on the device sends what it reads to
 * its maker, needs a network, and breaks off after 15 s; none of those is ever used.
 */
export function voicesFor<Kind extends Voice>(voices: readonly Kind[], locale: Locale): Kind[] {
	const { best } = voicesOf[locale];
	const rank = (voice: Kind) => (best.test(voice.lang.replaceAll('_', '-')) ? 2 : 0) + (voice.default ? 1 : 0);
	return voices
		.filter((voice) => voice.localService && speaks(voice, locale))
		.sort((one, other) => rank(other) - rank(one));
}

/** The voice to read with: the one the reader chose, where this device still has it. */
export function voiceFor<Kind extends Voice>(
	voices: readonly Kind[],
	locale: Locale,
	chosen?: string
): Kind | undefined {
	const own = voicesFor(voices, locale);
	return own.find(({ voiceURI }) => voiceURI === chosen) ?? own[0];
}

/** @param voices what the engine has named so far; `undefined` where there is no engine */
export function availability(voices: readonly Voice[] | undefined, locale: Locale, waiting: boolean): Availability {
	if (!voices) return 'no-engine';
	if (voicesFor(voices, locale).length > 0) return 'ready';
	if (waiting) return 'waiting';
	return voices.some((voice) => speaks(voice, locale)) ? 'only-remote' : 'no-voice';
}

/** Voices come late, and some engines never say that they came; milliseconds after which we look again. */
const looks = [0, 200, 700, 2000, 5000];

/**
 * Tells which voices there are, now and whenever that changes. `waiting` ends with the last look.
 * @returns what stops it
 */
export function watchVoices<Kind extends Voice>(
	engine: { getVoices(): Kind[] } & Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
	tell: (voices: Kind[], waiting: boolean) => void
): () => void {
	let last = false;
	const look = () => tell(engine.getVoices(), !last);
	const timers = looks.map((after, index) =>
		setTimeout(() => {
			last = index === looks.length - 1;
			look();
		}, after)
	);
	engine.addEventListener('voiceschanged', look);
	return () => {
		timers.forEach(clearTimeout);
		engine.removeEventListener('voiceschanged', look);
	};
}
