import { nearest } from './nearest';

/** Milliseconds without a scroll event after which a swipe counts as over, where `scrollend` doesn't exist (Safari < 26.2). */
const stillAfter = 120;

const scrolls = (track: HTMLElement) => track.scrollWidth > track.clientWidth;

/**
 * The deck's scroller: which slide it stands on, and the way to another. The browser scrolls and snaps by itself; this
 * only listens, and so cannot be in its way.
 */
export class Scroller {
	/** The slide the deck stands on; changes only when the scroller is at rest. */
	current = $state(0);
	#track: HTMLElement | undefined;
	/** Where a running programmatic scroll will end, so that two quick taps go two cards. */
	#goal: number | undefined;
	readonly #onArrive: (index: number) => void;

	constructor(start: number, onArrive: (index: number) => void) {
		this.current = start;
		this.#onArrive = onArrive;
	}

	/** Attachment for the scrolling element. */
	readonly attach = (track: HTMLElement): (() => void) => {
		this.#track = track;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const settle = () => this.#settle();
		const onScroll = () => {
			clearTimeout(timer);
			timer = setTimeout(settle, stillAfter);
		};
		// Rotation, resizing and the list change where slides are; the reader stays on the same card. A height that changes,
		// as when a table opens, must not move a deck that is being swiped.
		const shape = () => `${track.clientWidth} ${scrolls(track)}`;
		let last = shape();
		const resize = new ResizeObserver(() => {
			const now = shape();
			if (now !== last) this.#place(this.current);
			last = now;
		});
		resize.observe(track);
		track.addEventListener('scroll', onScroll, { passive: true });
		track.addEventListener('scrollend', settle);
		return () => {
			clearTimeout(timer);
			resize.disconnect();
			track.removeEventListener('scroll', onScroll);
			track.removeEventListener('scrollend', settle);
			this.#track = undefined;
		};
	};

	/** Scrolls to a slide; at once when motion is unwelcome. */
	go(index: number): void {
		const starts = this.#starts();
		const to = Math.max(0, Math.min(index, starts.length - 1));
		// One card at a time (长辈版): there is nothing to scroll.
		if (this.#track && !scrolls(this.#track)) return this.#arrive(to);
		this.#goal = to;
		const still =
			matchMedia('(prefers-reduced-motion: reduce)').matches || document.documentElement.dataset.motion !== undefined;
		this.#scrollTo(to, still ? 'instant' : 'smooth');
	}

	/** One on or back from where the deck is, or is going. */
	step(by: 1 | -1): void {
		this.go((this.#goal ?? this.current) + by);
	}

	/** Takes the slide that the scroller already shows for the current one. */
	adopt(): void {
		if (this.#track) this.current = nearest(this.#starts(), this.#track.scrollLeft);
	}

	/** Stands on a slide without moving there, e.g. when slides were added before it. */
	stand(index: number): void {
		this.current = index;
		this.#place(index);
	}

	#settle(): void {
		const track = this.#track;
		// In the list there is nothing to scroll sideways, and the position is kept for the way back.
		if (!track || !scrolls(track)) return;
		const index = nearest(this.#starts(), track.scrollLeft);
		if (this.#goal !== undefined && index !== this.#goal) return;
		this.#goal = undefined;
		this.#arrive(index);
	}

	#arrive(index: number): void {
		if (index === this.current) return;
		this.current = index;
		this.#onArrive(index);
	}

	#place(index: number): void {
		if (this.#goal === undefined) this.#scrollTo(index, 'instant');
	}

	#scrollTo(index: number, behavior: ScrollBehavior): void {
		const start = this.#starts()[index];
		const track = this.#track;
		if (start === undefined || !track) return;
		const sign = getComputedStyle(track).direction === 'rtl' ? -1 : 1;
		track.scrollTo({ left: sign * start, behavior });
	}

	/** Distances of the slides from the first one, which snaps at zero. */
	#starts(): number[] {
		const slides = [...(this.#track?.children ?? [])].filter((slide) => slide instanceof HTMLElement);
		const first = slides[0]?.offsetLeft ?? 0;
		return slides.map((slide) => Math.abs(slide.offsetLeft - first));
	}
}
