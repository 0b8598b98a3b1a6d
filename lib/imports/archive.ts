import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { refusedFile } from "./refused-file";

const MAX_ENTRIES = 500;
/** Of all that is unpacked; a sheet of 5,000 full rows takes about 10 MB. */
const MAX_UNPACKED_BYTES = 48 * 1024 * 1024;

/** A ZIP archive of which parts are read one by one, never more than the limit in all. */
export type Archive = {
	has: (name: string) => boolean;
	/** Calls back with the part's text, chunk by chunk, until `onText` returns false. */
	read: (name: string, onText: (text: string) => boolean | undefined) => Promise<void>;
};

/**
 * Opens a ZIP archive in memory. The sizes that it declares are added up before anything is unpacked, and yauzl stops
 * where a part turns out to be larger than declared.
 * @throws DomainError invalid when it is damaged, or a bomb
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
	const zip = await orDamaged(openZip(bytes));
	const entries = await orDamaged(listEntries(zip));
	return {
		has: (name) => entries.has(name),
		async read(name, onText) {
			const entry = entries.get(name);
			if (!entry) throw refusedFile("imports.fileKind");
			await orDamaged(readEntry(zip, entry, onText));
		},
	};
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
	return new Promise((resolve, reject) => {
		const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
		fromBuffer(Buffer.from(bytes), options, (error, zip) => (error ? reject(error) : resolve(zip)));
	});
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
	return new Promise((resolve, reject) => {
		const entries = new Map<string, Entry>();
		let unpackedBytes = 0;
		zip.on("error", reject);
		zip.on("end", () => resolve(entries));
		zip.on("entry", (entry: Entry) => {
			unpackedBytes += entry.uncompressedSize;
			if (entries.size >= MAX_ENTRIES || unpackedBytes > MAX_UNPACKED_BYTES)
				return reject(refusedFile("imports.fileTooLarge"));
			if (entries.has(entry.fileName)) return reject(refusedFile("imports.damaged"));
			entries.set(entry.fileName, entry);
			zip.readEntry();
		});
		zip.readEntry();
	});
}

function readEntry(
	zip: ZipFile,
	entry: Entry,
	onText: (text: string) => boolean | undefined,
): Promise<void> {
	return new Promise((resolve, reject) => {
		zip.openReadStream(entry, (error, stream) => {
			if (error) return reject(error);
			const decoder = new TextDecoder("utf-8", { fatal: true });
			stream.on("error", reject);
			stream.on("data", (chunk: Buffer) => {
				try {
					if (onText(decoder.decode(chunk, { stream: true })) !== false) return;
					stream.destroy();
					resolve();
				} catch (fault) {
					stream.destroy();
					reject(fault);
				}
			});
			stream.on("end", () => resolve());
		});
	});
}

/** What yauzl, the decoder or the XML parser throws means one thing to the person. */
async function orDamaged<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (error) {
		if (error instanceof Error && error.name === "DomainError") throw error;
		throw refusedFile("imports.damaged");
	}
}
