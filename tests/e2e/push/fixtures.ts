import type { CDPSession, Page } from '@playwright/test';
import webPush from 'web-push';
import { inProject } from '../../../src/commands/project.js';
import { makeCertificate } from '../../push-service/certificate.ts';
import { startPushService, type PushService, type Received } from '../../push-service/push-service.ts';
import { test as base } from '../fixtures.ts';
import { startSite, type Site } from '../offline/site.ts';
import { stubPushManager } from './push-manager.ts';

interface OfWorker {
	/** The server as it is built, and the push service on this machine that it may send to. */
	served: { site: Site; service: PushService };
}

interface OfTest {
	phone: Phone;
}

/** A phone whose browser has an address at the push service on this machine. */
export class Phone {
	readonly page: Page;
	readonly name: string;
	readonly #service: PushService;
	#session: CDPSession | undefined;
	#registration = '';
	#origin = '';
	#delivered = 0;

	constructor(page: Page, name: string, service: PushService) {
		this.page = page;
		this.name = name;
		this.#service = service;
	}

	/** Opens a page of the app, and waits until all of it is here: what is not can't be woken. */
	async open(path: string): Promise<void> {
		await this.page.goto(path);
		this.#origin = new URL(this.page.url()).origin;
		await this.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
	}

	/** Hands the next message that the push service has taken for this phone to its worker. */
	async deliverNext(): Promise<Received> {
		const message = await this.#taken(this.#delivered++);
		await this.deliver(message.text);
		return message;
	}

	/** Lets the next message get lost on its way. */
	async loseNext(): Promise<void> {
		await this.#taken(this.#delivered++);
	}

	async deliver(text: string): Promise<void> {
		const session = await this.#workers();
		await session.send('ServiceWorker.deliverPushMessage', {
			origin: this.#origin,
			registrationId: this.#registration,
			data: text
		});
	}

	/** The browser wakes the worker by itself. */
	async wake(): Promise<void> {
		const session = await this.#workers();
		await session.send('ServiceWorker.dispatchPeriodicSyncEvent', {
			origin: this.#origin,
			registrationId: this.#registration,
			tag: 'news'
		});
	}

	/** Titles of the notifications that are shown now. */
	notifications(): Promise<string[]> {
		return this.page.evaluate(async () => {
			const registration = await navigator.serviceWorker.ready;
			return (await registration.getNotifications()).map(({ title }) => title);
		});
	}

	async #taken(index: number): Promise<Received> {
		for (;;) {
			const message = this.#service.accepted.filter(({ reader }) => reader.startsWith(`${this.name}-`))[index];
			if (message) return message;
			await this.page.waitForTimeout(50);
		}
	}

	async #workers(): Promise<CDPSession> {
		if (this.#session) return this.#session;
		const session = await this.page.context().newCDPSession(this.page);
		const known = new Promise<string>((resolve) => {
			session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
				const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(this.#origin));
				if (own) resolve(own.registrationId);
			});
		});
		await session.send('ServiceWorker.enable');
		this.#registration = await known;
		this.#session = session;
		return session;
	}
}

let phones = 0;

export const test = base.extend<OfTest, OfWorker>({
	serviceWorkers: 'allow',
	permissions: ['notifications'],

	served: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that nothing is needed
		async ({}, use) => {
			const vapid = webPush.generateVAPIDKeys();
			const certificate = makeCertificate();
			const service = await startPushService(certificate, vapid.publicKey);
			const site = await startSite(inProject(), {
				DATABASE_URL: '',
				PUSH_HOSTS: service.host,
				NODE_EXTRA_CA_CERTS: certificate.file,
				VAPID_PUBLIC_KEY: vapid.publicKey,
				VAPID_PRIVATE_KEY: vapid.privateKey
			});
			await use({ site, service });
			await site.stop();
			await service.close();
			certificate.remove();
		},
		{ scope: 'worker', timeout: 60_000 }
	],
	baseURL: ({ served }, use) => use(served.site.url),

	phone: async ({ page, served: { service } }, use) => {
		const phone = new Phone(page, `phone${++phones}`, service);
		await page.addInitScript(stubPushManager, service.target('ok', phone.name));
		await use(phone);
	}
});

export { expect } from '../offline/fixtures.ts';
