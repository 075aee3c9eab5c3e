/**
 * Keeps a reading alive where the browser allows, and puts its buttons on the lock screen (Media Session). Browsers do both
 * for what plays media, and speech is none to them: a silence plays beside it.
 */
export class Background {
	#audio: HTMLAudioElement | undefined;

	start(handlers: Partial<Record<MediaSessionAction, () => void>>): void {
		if (!('mediaSession' in navigator)) return;
		const audio = new Audio(URL.createObjectURL(silence()));
		audio.loop = true;
		this.#audio = audio;
		for (const [action, handler] of Object.entries(handlers)) {
			try {
				navigator.mediaSession.setActionHandler(action as MediaSessionAction, handler);
			} catch {
				// A button that this browser does not know.
			}
		}
	}

	/** What the lock screen says, and whether it shows a pause or a play button. */
	tell(title: string, artist: string, playing: boolean): void {
		if (!this.#audio) return;
		navigator.mediaSession.metadata = new MediaMetadata({ title, artist });
		navigator.mediaSession.playbackState = playing ? 'playing' : 'paused';
		// Where it may not play, speech still does, as long as the page is seen.
		if (playing) this.#audio.play().catch(() => undefined);
		else this.#audio.pause();
	}

	stop(): void {
		if (!this.#audio) return;
		this.#audio.pause();
		URL.revokeObjectURL(this.#audio.src);
		this.#audio = undefined;
		navigator.mediaSession.metadata = null;
		navigator.mediaSession.playbackState = 'none';
	}
}

/** Ten seconds of nothing, as a WAV of 8 kHz and 8 bits: sounds under five seconds get no place on Android’s lock screen. */
function silence(): Blob {
	const rate = 8000;
	const length = rate * 10;
	const bytes = new DataView(new ArrayBuffer(44 + length));
	const word = (at: number, text: string) =>
		[...text].forEach((letter, index) => bytes.setUint8(at + index, letter.charCodeAt(0)));
	word(0, 'RIFF');
	bytes.setUint32(4, 36 + length, true);
	word(8, 'WAVEfmt ');
	bytes.setUint32(16, 16, true);
	bytes.setUint16(20, 1, true);
	bytes.setUint16(22, 1, true);
	bytes.setUint32(24, rate, true);
	bytes.setUint32(28, rate, true);
	bytes.setUint16(32, 1, true);
	bytes.setUint16(34, 8, true);
	word(36, 'data');
	bytes.setUint32(40, length, true);
	new Uint8Array(bytes.buffer).fill(128, 44);
	return new Blob([bytes], { type: 'audio/wav' });
}
