// Geldstroom: controleert wat u meenam, zonder de website. Checks what you took away, without the website.
// Gemaakt uit / made from: verifier/ (npm run verifier). Licentie / licence: EUPL-1.2.
/*! fflate

MIT License

Copyright (c) 2026 Arjun Barrett

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
*/
/*! @noble/hashes

The MIT License (MIT)

Copyright (c) 2022 Paul Miller (https://paulmillr.com)

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the “Software”), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED “AS IS”, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.
*/
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFile, readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

// verifier/finding.ts
const good = ({ findings }) => findings.length === 0;
/** Findings and notes while the work goes on. */
var Report = class {
	findings = [];
	notes = [];
	says(code, where = {}) {
		this.findings.push({
			code,
			...where
		});
	}
	knows(code, facts = {}) {
		this.notes.push({
			code,
			facts
		});
	}
};

// verifier/platform.ts
const decoder = new TextDecoder("utf-8", {
	fatal: false,
	ignoreBOM: true
});
const textOf = (bytes) => decoder.decode(bytes);
/** The lines of a text file one by one: a file of a gigabyte is never one text. */
function* linesOf(bytes) {
	let from = 0;
	while (from < bytes.length) {
		const end = bytes.indexOf(10, from);
		const to = end < 0 ? bytes.length : end;
		yield textOf(bytes.subarray(from, to));
		from = to + 1;
	}
}
/** The folders that every file lies in: a zip often comes unpacked as a folder in a folder. */
function withoutFolder(names) {
	const [first = ""] = names;
	let prefix = first.slice(0, first.lastIndexOf("/") + 1);
	while (prefix !== "" && !names.every((name) => name.startsWith(prefix))) prefix = prefix.slice(0, prefix.lastIndexOf("/", prefix.length - 2) + 1);
	return { prefix };
}

// verifier/keys.ts
/** The SPKI bytes of a public key in PEM; null for anything else. */
function readPem(text) {
	const [, body] = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(text) ?? [];
	if (body === void 0) return null;
	try {
		return Uint8Array.from(atob(body.replace(/\s/g, "")), (sign) => sign.charCodeAt(0));
	} catch {
		return null;
	}
}
/**
* Public keys by their name, which anybody can compute: the start of the SHA-256 of the key. Where the reader brought keys
* of their own only those count; else the ones that came along are used, and the reader is told to compare the name.
*/
var Keys = class {
	#known = /* @__PURE__ */ new Map();
	#trusted;
	constructor(along, brought, { digests }) {
		const named = (spki) => digests.toHex(digests.sha256(spki)).slice(0, 32);
		for (const spki of [...along, ...brought]) this.#known.set(named(spki), spki);
		this.#trusted = brought.length === 0 ? null : new Set(brought.map(named));
	}
	/** A key that came along inside a file. */
	learn(pem, { digests }) {
		const spki = typeof pem === "string" ? readPem(pem) : null;
		if (spki !== null) this.#known.set(digests.toHex(digests.sha256(spki)).slice(0, 32), spki);
	}
	get brought() {
		return this.#trusted !== null;
	}
	/** Whether the key with this name signed exactly these bytes. */
	async state(keyId, message, signature, { digests, verifies }) {
		if (this.#trusted !== null && !this.#trusted.has(keyId)) return "untrusted";
		const spki = this.#known.get(keyId);
		if (spki === void 0) return "missing";
		const right = await verifies(spki, message, digests.fromHex(signature));
		if (right === null) return "unchecked";
		return right ? "valid" : "invalid";
	}
};
/** The keys among the files that were given. */
async function keysAmong(files) {
	const found = [];
	for (const name of files.names.filter((one) => one.endsWith(".pem"))) {
		const bytes = await files.read(name);
		const key = bytes === null ? null : readPem(textOf(bytes));
		if (key !== null) found.push(key);
	}
	return found;
}

// node_modules/fflate/esm/browser.js
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	1,
	1,
	1,
	1,
	2,
	2,
	2,
	2,
	3,
	3,
	3,
	3,
	4,
	4,
	4,
	4,
	5,
	5,
	5,
	5,
	0,
	0,
	0,
	0
]);
var fdeb = new u8([
	0,
	0,
	0,
	0,
	1,
	1,
	2,
	2,
	3,
	3,
	4,
	4,
	5,
	5,
	6,
	6,
	7,
	7,
	8,
	8,
	9,
	9,
	10,
	10,
	11,
	11,
	12,
	12,
	13,
	13,
	0,
	0
]);
var clim = new u8([
	16,
	17,
	18,
	0,
	8,
	7,
	9,
	6,
	10,
	5,
	11,
	4,
	12,
	3,
	13,
	2,
	14,
	1,
	15
]);
var freb = function(eb, start) {
	var b = new u16(31);
	for (var i = 0; i < 31; ++i) b[i] = start += 1 << eb[i - 1];
	var r = new i32(b[30]);
	for (var i = 1; i < 30; ++i) for (var j = b[i]; j < b[i + 1]; ++j) r[j] = j - b[i] << 5 | i;
	return {
		b,
		r
	};
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var revfd = _b.r;
var rev = new u16(32768);
for (var i = 0; i < 32768; ++i) {
	var x = (i & 43690) >> 1 | (i & 21845) << 1;
	x = (x & 52428) >> 2 | (x & 13107) << 2;
	x = (x & 61680) >> 4 | (x & 3855) << 4;
	rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var hMap = (function(cd, mb, r) {
	var s = cd.length;
	var i = 0;
	var l = new u16(mb);
	for (; i < s; ++i) if (cd[i]) ++l[cd[i] - 1];
	var le = new u16(mb);
	for (i = 1; i < mb; ++i) le[i] = le[i - 1] + l[i - 1] << 1;
	var co;
	if (r) {
		co = new u16(1 << mb);
		var rvb = 15 - mb;
		for (i = 0; i < s; ++i) if (cd[i]) {
			var sv = i << 4 | cd[i];
			var r_1 = mb - cd[i];
			var v = le[cd[i] - 1]++ << r_1;
			for (var m = v | (1 << r_1) - 1; v <= m; ++v) co[rev[v] >> rvb] = sv;
		}
	} else {
		co = new u16(s);
		for (i = 0; i < s; ++i) if (cd[i]) co[i] = rev[le[cd[i] - 1]++] >> 15 - cd[i];
	}
	return co;
});
var flt = new u8(288);
for (var i = 0; i < 144; ++i) flt[i] = 8;
for (var i = 144; i < 256; ++i) flt[i] = 9;
for (var i = 256; i < 280; ++i) flt[i] = 7;
for (var i = 280; i < 288; ++i) flt[i] = 8;
var fdt = new u8(32);
for (var i = 0; i < 32; ++i) fdt[i] = 5;
var flrm = /*#__PURE__*/ hMap(flt, 9, 1);
var fdrm = /*#__PURE__*/ hMap(fdt, 5, 1);
var max = function(a) {
	var m = a[0];
	for (var i = 1; i < a.length; ++i) if (a[i] > m) m = a[i];
	return m;
};
var bits = function(d, p, m) {
	var o = p / 8 | 0;
	return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
	var o = p / 8 | 0;
	return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
	return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	return new u8(v.subarray(s, e));
};
var ec = [
	"unexpected EOF",
	"invalid block type",
	"invalid length/literal",
	"invalid distance",
	"stream finished",
	"no stream handler",
	,
	"no callback",
	"invalid UTF-8 data",
	"extra field too long",
	"date not in range 1980-2099",
	"filename too long",
	"stream finishing",
	"invalid zip data"
];
var err = function(ind, msg, nt) {
	var e = new Error(msg || ec[ind]);
	e.code = ind;
	if (Error.captureStackTrace) Error.captureStackTrace(e, err);
	if (!nt) throw e;
	return e;
};
var inflt = function(dat, st, buf, dict) {
	var sl = dat.length, dl = dict ? dict.length : 0;
	if (!sl || st.f && !st.l) return buf || new u8(0);
	var noBuf = !buf;
	var resize = noBuf || st.i != 2;
	var noSt = st.i;
	if (noBuf) buf = new u8(sl * 3);
	var cbuf = function(l) {
		var bl = buf.length;
		if (l > bl) {
			var nbuf = new u8(Math.max(bl * 2, l));
			nbuf.set(buf);
			buf = nbuf;
		}
	};
	var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
	var tbts = sl * 8;
	do {
		if (!lm) {
			final = bits(dat, pos, 1);
			var type = bits(dat, pos + 1, 3);
			pos += 3;
			if (!type) {
				var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
				if (t > sl) {
					if (noSt) err(0);
					break;
				}
				if (resize) cbuf(bt + l);
				buf.set(dat.subarray(s, t), bt);
				st.b = bt += l, st.p = pos = t * 8, st.f = final;
				continue;
			} else if (type == 1) lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
			else if (type == 2) {
				var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
				var tl = hLit + bits(dat, pos + 5, 31) + 1;
				pos += 14;
				var ldt = new u8(tl);
				var clt = new u8(19);
				for (var i = 0; i < hcLen; ++i) clt[clim[i]] = bits(dat, pos + i * 3, 7);
				pos += hcLen * 3;
				var clb = max(clt), clbmsk = (1 << clb) - 1;
				var clm = hMap(clt, clb, 1);
				for (var i = 0; i < tl;) {
					var r = clm[bits(dat, pos, clbmsk)];
					pos += r & 15;
					var s = r >> 4;
					if (s < 16) ldt[i++] = s;
					else {
						var c = 0, n = 0;
						if (s == 16) n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i - 1];
						else if (s == 17) n = 3 + bits(dat, pos, 7), pos += 3;
						else if (s == 18) n = 11 + bits(dat, pos, 127), pos += 7;
						while (n--) ldt[i++] = c;
					}
				}
				var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
				lbt = max(lt);
				dbt = max(dt);
				lm = hMap(lt, lbt, 1);
				dm = hMap(dt, dbt, 1);
			} else err(1);
			if (pos > tbts) {
				if (noSt) err(0);
				break;
			}
		}
		if (resize) cbuf(bt + 131072);
		var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
		var lpos = pos;
		for (;; lpos = pos) {
			var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
			pos += c & 15;
			if (pos > tbts) {
				if (noSt) err(0);
				break;
			}
			if (!c) err(2);
			if (sym < 256) buf[bt++] = sym;
			else if (sym == 256) {
				lpos = pos, lm = null;
				break;
			} else {
				var add = sym - 254;
				if (sym > 264) {
					var i = sym - 257, b = fleb[i];
					add = bits(dat, pos, (1 << b) - 1) + fl[i];
					pos += b;
				}
				var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
				if (!d) err(3);
				pos += d & 15;
				var dt = fd[dsym];
				if (dsym > 3) {
					var b = fdeb[dsym];
					dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
				}
				if (pos > tbts) {
					if (noSt) err(0);
					break;
				}
				if (resize) cbuf(bt + 131072);
				var end = bt + add;
				if (bt < dt) {
					var shift = dl - dt, dend = Math.min(dt, end);
					if (shift + bt < 0) err(3);
					for (; bt < dend; ++bt) buf[bt] = dict[shift + bt];
				}
				for (; bt < end; ++bt) buf[bt] = buf[bt - dt];
			}
		}
		st.l = lm, st.p = lpos, st.b = bt, st.f = final;
		if (lm) final = 1, st.m = lbt, st.d = dm, st.n = dbt;
	} while (!final);
	return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var et = /*#__PURE__*/ new u8(0);
var b2 = function(d, b) {
	return d[b] | d[b + 1] << 8;
};
var b4 = function(d, b) {
	return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var b8 = function(d, b) {
	return b4(d, b) + b4(d, b + 4) * 4294967296;
};
function inflateSync(data, opts) {
	return inflt(data, { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
var td = typeof TextDecoder != "undefined" && /*#__PURE__*/ new TextDecoder();
var tds = 0;
try {
	td.decode(et, { stream: true });
	tds = 1;
} catch (e) {}
var dutf8 = function(d) {
	for (var r = "", i = 0;;) {
		var c = d[i++];
		var eb = (c > 127) + (c > 223) + (c > 239);
		if (i + eb > d.length) return {
			s: r,
			r: slc(d, i - 1)
		};
		if (!eb) r += String.fromCharCode(c);
		else if (eb == 3) c = ((c & 15) << 18 | (d[i++] & 63) << 12 | (d[i++] & 63) << 6 | d[i++] & 63) - 65536, r += String.fromCharCode(55296 | c >> 10, 56320 | c & 1023);
		else if (eb & 1) r += String.fromCharCode((c & 31) << 6 | d[i++] & 63);
		else r += String.fromCharCode((c & 15) << 12 | (d[i++] & 63) << 6 | d[i++] & 63);
	}
};
/**
* Converts a Uint8Array to a string
* @param dat The data to decode to string
* @param latin1 Whether or not to interpret the data as Latin-1. This should
*               not need to be true unless encoding to binary string.
* @returns The original UTF-8/Latin-1 string
*/
function strFromU8(dat, latin1) {
	if (latin1) {
		var r = "";
		for (var i = 0; i < dat.length; i += 16384) r += String.fromCharCode.apply(null, dat.subarray(i, i + 16384));
		return r;
	} else if (td) return td.decode(dat);
	else {
		var _a = dutf8(dat), s = _a.s, r = _a.r;
		if (r.length) err(8);
		return s;
	}
}
var slzh = function(d, b) {
	return b + 30 + b2(d, b + 26) + b2(d, b + 28);
};
var zh = function(d, b, z) {
	var fnl = b2(d, b + 28), efl = b2(d, b + 30), fn = strFromU8(d.subarray(b + 46, b + 46 + fnl), !(b2(d, b + 8) & 2048)), es = b + 46 + fnl;
	var _a = z64hs(d, es, efl, z, b4(d, b + 20), b4(d, b + 24), b4(d, b + 42)), sc = _a[0], su = _a[1], off = _a[2];
	return [
		b2(d, b + 10),
		sc,
		su,
		fn,
		es + efl + b2(d, b + 32),
		off
	];
};
var z64hs = function(d, b, l, z, sc, su, off) {
	var nsc = sc == 4294967295, nsu = su == 4294967295, noff = off == 4294967295, e = b + l;
	var nf = nsc + nsu + noff;
	if (z && nf) {
		for (; b + 4 < e; b += 4 + b2(d, b + 2)) if (b2(d, b) == 1) return [
			nsc ? b8(d, b + 4 + 8 * nsu) : sc,
			nsu ? b8(d, b + 4) : su,
			noff ? b8(d, b + 4 + 8 * (nsu + nsc)) : off,
			1
		];
		if (z < 2) err(13);
	}
	return [
		sc,
		su,
		off,
		0
	];
};
/**
* Synchronously decompresses a ZIP archive. Prefer using `unzip` for better
* performance with more than one file.
* @param data The raw compressed ZIP file
* @param opts The ZIP extraction options
* @returns The decompressed files
*/
function unzipSync(data, opts) {
	var files = {};
	var e = data.length - 22;
	for (; b4(data, e) != 101010256; --e) if (!e || data.length - e > 65558) err(13);
	var c = b2(data, e + 8);
	if (!c) return {};
	var o = b4(data, e + 16);
	var z = b4(data, e - 20) == 117853008;
	if (z) {
		var ze = b4(data, e - 12);
		z = b4(data, ze) == 101075792;
		if (z) {
			c = b4(data, ze + 32);
			o = b4(data, ze + 48);
		}
	}
	var fltr = opts && opts.filter;
	for (var i = 0; i < c; ++i) {
		var _a = zh(data, o, z), c_2 = _a[0], sc = _a[1], su = _a[2], fn = _a[3], no = _a[4], off = _a[5], b = slzh(data, off);
		o = no;
		if (!fltr || fltr({
			name: fn,
			size: sc,
			originalSize: su,
			compression: c_2
		})) {
			if (!c_2) files[fn] = slc(data, b, b + sc);
			else if (c_2 == 8) files[fn] = inflateSync(data.subarray(b, b + sc), { out: new u8(su) });
			else err(14, "unknown compression type " + c_2);
		}
	}
	return files;
}

// verifier/unzip.ts
const isZip = (bytes) => bytes[0] === 80 && bytes[1] === 75 && bytes[2] === 3 && bytes[3] === 4;
/** The files of a zip, each unpacked when it is read. @throws Error when it is none, or was cut off. */
function unzip(bytes) {
	const all = [];
	unzipSync(bytes, { filter: ({ name }) => !name.endsWith("/") && all.push(name) < 0 });
	const { prefix } = withoutFolder(all);
	return {
		names: all.map((name) => name.slice(prefix.length)),
		read: async (name) => {
			const whole = prefix + name;
			let size = 0;
			const content = unzipSync(bytes, { filter: (file) => {
				if (file.name !== whole) return false;
				size = file.originalSize;
				return true;
			} })[whole];
			if (content !== void 0 && content.length !== size) throw new Error(`${name}: zip`);
			return content ?? null;
		}
	};
}

// lib/domain/ledger/checkpoint.ts
const FORMAT$1 = "geldstroom-checkpoint-v1";
/** The exact text that is signed: JSON with its names in alphabetical order and without spaces. */
function signedText({ at, keyId, programmeId, root, size }) {
	return JSON.stringify({
		at,
		format: FORMAT$1,
		keyId,
		programmeId,
		root,
		size: size.toString()
	});
}
const SHAPES = {
	at: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
	keyId: /^[0-9a-f]{32}$/,
	programmeId: /^[0-9a-f-]{36}$/,
	root: /^[0-9a-f]{64}$/,
	size: /^[1-9]\d{0,17}$/
};
/** The same when it stands inside another file. */
function readCheckpoint(value) {
	const file = value;
	const inner = file?.checkpoint;
	if (typeof inner !== "object" || inner === null || inner.format !== FORMAT$1) return null;
	const said = (name) => {
		const found = inner[name];
		return typeof found === "string" && SHAPES[name].test(found) ? found : null;
	};
	const [at, keyId, programmeId, root, size] = [
		said("at"),
		said("keyId"),
		said("programmeId"),
		said("root"),
		said("size")
	];
	const { signature } = file ?? {};
	if (at === null || keyId === null || programmeId === null || root === null || size === null) return null;
	if (typeof signature !== "string" || !/^[0-9a-f]{128}$/.test(signature)) return null;
	return {
		at,
		keyId,
		programmeId,
		root,
		size: BigInt(size),
		signature
	};
}
/** The proof in such a file; null when it holds none, or one that cannot be read. */
function readConsistency(value) {
	const { consistency } = value ?? {};
	if (typeof consistency !== "object" || consistency === null) return null;
	const { since, path } = consistency;
	if (typeof since !== "string" || !SHAPES.size.test(since) || !Array.isArray(path)) return null;
	return path.every((one) => typeof one === "string" && SHAPES.root.test(one)) ? {
		since: BigInt(since),
		path
	} : null;
}

// lib/domain/ledger/merkle.ts
/** What is hashed is put together here each time: an array of its own for every node takes as long as its hash does. */
const leafInput = Uint8Array.of(0, .../* @__PURE__ */ new Uint8Array(32));
const nodeInput = Uint8Array.of(1, .../* @__PURE__ */ new Uint8Array(64));
function leafHash(sha256, leaf) {
	const input = leaf.length === 32 ? leafInput : new Uint8Array(1 + leaf.length);
	input.set(leaf, 1);
	return sha256(input);
}
function nodeHash(sha256, left, right) {
	nodeInput.set(left, 1);
	nodeInput.set(right, 33);
	return sha256(nodeInput);
}
const nodeAt = ({ height, hash }, size) => ({
	level: height,
	place: (size >> BigInt(height)) - 1n,
	hash
});
/** Smaller subtrees are not kept: their root is soon made from the leaves. */
const KEPT_LEVEL = 8;
/** Adds leaves one by one in constant memory; `root()` may be asked at any size. */
var MerkleAccumulator = class {
	#sha256;
	#keep;
	/** Roots of complete subtrees, largest first, one for each set bit of the size. */
	#peaks = [];
	size = 0n;
	/** `keep` is told of every subtree of a kept level that became whole. */
	constructor(sha256, keep) {
		this.#sha256 = sha256;
		this.#keep = keep;
	}
	add(leaf) {
		this.addSubtree(0, leafHash(this.#sha256, leaf));
	}
	/** Goes on with a whole subtree, as wide as what was added before it allows. */
	addSubtree(level, hash) {
		this.size += 1n << BigInt(level);
		let peak = {
			height: level,
			hash
		};
		for (;;) {
			if (peak.height >= 8) this.#keep?.(nodeAt(peak, this.size));
			const last = this.#peaks.at(-1);
			if (last?.height !== peak.height) break;
			this.#peaks.pop();
			peak = {
				height: peak.height + 1,
				hash: nodeHash(this.#sha256, last.hash, peak.hash)
			};
		}
		this.#peaks.push(peak);
	}
	root() {
		if (this.#peaks.length === 0) return this.#sha256(/* @__PURE__ */ new Uint8Array());
		return this.#peaks.map(({ hash }) => hash).reduceRight((right, left) => nodeHash(this.#sha256, left, right));
	}
};

// lib/domain/ledger/merkle-proofs.ts
/**
* Proofs of RFC 6962: that an entry is in a tree, and that a tree goes on from an earlier one. What is needed is said as
* spans of leaves, so that whoever keeps roots of subtrees need not read the leaves.
*/
/** Where a tree of this many leaves is cut: the largest power of two that is smaller. */
const split = (size) => 1n << BigInt((size - 1n).toString(2).length - 1);
/** Whose roots make the audit path of a leaf, from the leaf up. */
function inclusionSpans(index, to, from = 0n) {
	if (to - from <= 1n) return [];
	const cut = from + split(to - from);
	return index < cut ? [...inclusionSpans(index, cut, from), {
		from: cut,
		to
	}] : [...inclusionSpans(index, to, cut), {
		from,
		to: cut
	}];
}
/** Whose roots show that the first so many leaves of a tree are the whole of an earlier one. */
const consistencySpans = (first, second) => growth(first, {
	from: 0n,
	to: second
}, true);
/** `known`: the root of these leaves is what the reader has already. */
function growth(first, { from, to }, known) {
	if (first === to) return known ? [] : [{
		from,
		to
	}];
	const cut = from + split(to - from);
	return first <= cut ? [...growth(first, {
		from,
		to: cut
	}, known), {
		from: cut,
		to
	}] : [...growth(first, {
		from: cut,
		to
	}, false), {
		from,
		to: cut
	}];
}
/** The root that a leaf and its audit path lead to; null when the path is not as long as it has to be. */
function rootOfInclusion(sha256, leaf, index, size, path) {
	if (index < 0n || index >= size) return null;
	const spans = inclusionSpans(index, size);
	if (spans.length !== path.length) return null;
	return path.reduce((below, other, step) => (spans[step]?.from ?? 0n) > index ? nodeHash(sha256, below, other) : nodeHash(sha256, other, below), leafHash(sha256, leaf));
}
/** The roots of both trees as a proof has them, from the root that the first should have; null for a wrong length. */
function rootsOfConsistency(sha256, { first, second, root }, path) {
	if (first < 1n || first > second) return null;
	const spans = consistencySpans(first, second);
	if (spans.length !== path.length) return null;
	const [start, ...rest] = first === second || spans[0]?.from === first ? [root, ...path] : path;
	if (start === void 0) return null;
	const sides = spans.slice(spans.length - rest.length);
	return rest.reduce((below, other, step) => {
		return (sides[step]?.from ?? 0n) < first ? {
			first: nodeHash(sha256, other, below.first),
			second: nodeHash(sha256, other, below.second)
		} : {
			first: below.first,
			second: nodeHash(sha256, below.second, other)
		};
	}, {
		first: start,
		second: start
	});
}

// lib/domain/ledger/inclusion.ts
const INCLUSION_FORMAT = "geldstroom-inclusion-v1";
/** Whether the path leads from the entry's hash to the root that was signed. */
function isIncluded({ sha256, fromHex, toHex }, { entry, path, checkpoint }) {
	const place = BigInt(entry.seq) - 1n;
	const root = rootOfInclusion(sha256, fromHex(entry.hash), place, checkpoint.size, path.map(fromHex));
	return root !== null && toHex(root) === checkpoint.root;
}

// lib/domain/proof/manifest.ts
/**
* What lies beside the files of an export: what was asked, what came of it, and what every file and row was. The verifier
* holds the files against it; a signature over its bytes says whose word it is.
*/
const MANIFEST = "manifest.json";
const SIGNATURE = "manifest.handtekening.json";
const FORMAT = "geldstroom-manifest-v1";
const SIGNATURE_FORMAT = "geldstroom-signature-v1";
/** Null for anything that is no manifest. Parts of it may still be missing: whoever reads them says so. */
function readManifest(text) {
	const value = parsed$1(text);
	if (typeof value !== "object" || value === null || value.format !== FORMAT) return null;
	return Array.isArray(value.files) && Array.isArray(value.tables) && typeof value.programme === "object" && typeof value.knownAt === "string" ? value : null;
}
function readSignature(text) {
	const value = parsed$1(text);
	if (typeof value !== "object" || value?.format !== SIGNATURE_FORMAT) return null;
	const { keyId = "", signature = "" } = value;
	if (!/^[0-9a-f]{32}$/.test(keyId) || !/^[0-9a-f]{128}$/.test(signature)) return null;
	return {
		keyId,
		signature
	};
}
function parsed$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

// verifier/check-checkpoint.ts
const encoder$2 = new TextEncoder();
/** Reads a checkpoint and checks who signed it; null when there is nothing to go on with. */
async function openCheckpoint(value, file, keys, report, platform) {
	const checkpoint = readCheckpoint(value);
	if (checkpoint === null) {
		report.says("checkpoint_unreadable", { file });
		return null;
	}
	const state = await keys.state(checkpoint.keyId, encoder$2.encode(signedText(checkpoint)), checkpoint.signature, platform);
	if (state === "invalid") report.says("checkpoint_signature", {
		file,
		facts: { key: checkpoint.keyId }
	});
	if (state === "untrusted") report.says("key_not_trusted", {
		file,
		facts: { key: checkpoint.keyId }
	});
	if (state === "missing") report.says("key_missing", {
		file,
		facts: { key: checkpoint.keyId }
	});
	if (state === "unchecked") report.says("signature_unchecked", { file });
	if (state === "valid") report.knows("checkpoint_signed", {
		size: checkpoint.size.toString(),
		at: checkpoint.at,
		key: checkpoint.keyId
	});
	return {
		checkpoint,
		value
	};
}
function parseJson(bytes) {
	try {
		return JSON.parse(textOf(bytes));
	} catch {
		return null;
	}
}

// verifier/check-checkpoints.ts
/** Checkpoints as they were kept: each signed, and each going on from the one before it. */
async function checkCheckpoints(files, names, keys, report, platform) {
	const kept = [];
	for (const file of names) {
		const bytes = await files.read(file);
		const value = bytes === null ? null : parseJson(bytes);
		const opened = await openCheckpoint(value, file, keys, report, platform);
		if (opened !== null) kept.push({
			file,
			checkpoint: opened.checkpoint,
			consistency: readConsistency(value)
		});
	}
	let proved = 0;
	for (const one of kept) if (checkGrowth(one, kept.filter(({ checkpoint }) => checkpoint.programmeId === one.checkpoint.programmeId), report, platform)) proved += 1;
	report.knows("checkpoints_checked", {
		count: String(kept.length),
		proved: String(proved)
	});
}
/** @returns whether it was proved to go on from another of those that were given. */
function checkGrowth({ file, checkpoint, consistency }, others, report, { digests }) {
	const twin = others.find((one) => one.checkpoint.size === checkpoint.size && one.checkpoint.root !== checkpoint.root);
	if (twin !== void 0) report.says("checkpoint_apart", {
		file,
		facts: {
			other: twin.file,
			size: checkpoint.size.toString()
		}
	});
	const earlier = others.filter((one) => one.checkpoint.size < checkpoint.size).toSorted((a, b) => a.checkpoint.size < b.checkpoint.size ? 1 : -1);
	const [last] = earlier;
	if (last !== void 0 && checkpoint.at < last.checkpoint.at) report.says("checkpoint_order", {
		file,
		facts: { other: last.file }
	});
	if (consistency === null) {
		if (last !== void 0) report.says("checkpoint_grown", {
			file,
			facts: { other: last.file }
		});
		return false;
	}
	const first = earlier.find((one) => one.checkpoint.size === consistency.since);
	if (first === void 0) return false;
	const found = rootsOfConsistency(digests.sha256, {
		first: consistency.since,
		second: checkpoint.size,
		root: digests.fromHex(first.checkpoint.root)
	}, consistency.path.map(digests.fromHex));
	const right = found !== null && digests.toHex(found.first) === first.checkpoint.root && digests.toHex(found.second) === checkpoint.root;
	if (!right) report.says("checkpoint_grown", {
		file,
		facts: { other: first.file }
	});
	return right;
}

// lib/domain/ledger/entry-content.ts
const encoder$1 = new TextEncoder();
const ASCII = /^[\0-\x7f]*$/;
const bytesOf = (value) => ASCII.test(value) ? value.length : encoder$1.encode(value).length;
/** A text with its length before it, so that no two lists of texts are the same bytes. */
const net = (value) => value === null ? "-," : `${bytesOf(value)}:${value},`;
function entryContent(entry) {
	return [
		"geldstroom-entry-v1",
		entry.programmeId,
		entry.seq,
		entry.kind,
		entry.effectiveOn,
		entry.recordedAt,
		entry.recordedBy,
		entry.streamId,
		entry.municipalityId,
		entry.allocationId,
		entry.proposalId,
		entry.reportId,
		entry.correctsSeq,
		entry.decisionNumber,
		entry.decisionOn,
		entry.legalSource,
		entry.reason,
		entry.postingCount,
		entry.debitCents,
		entry.prevHash,
		...entry.postings.flatMap((p) => [
			p.line,
			p.accountKey,
			p.municipalityId,
			p.amountCents
		])
	].map(net).join("");
}

// lib/domain/proof/entry-cells.ts
/** The fields of an entry in the order of its cells; behind them those of its postings, one posting after the other. */
const ENTRY_FIELDS = [
	"seq",
	"programmeId",
	"kind",
	"effectiveOn",
	"recordedAt",
	"recordedBy",
	"streamId",
	"municipalityId",
	"allocationId",
	"proposalId",
	"reportId",
	"correctsSeq",
	"decisionNumber",
	"decisionOn",
	"legalSource",
	"reason",
	"postingCount",
	"debitCents",
	"prevHash",
	"hash"
];
const POSTING_FIELDS = [
	"line",
	"accountKey",
	"municipalityId",
	"amountCents"
];
/** Absent is told apart from empty. */
const cell = (value) => value == null ? "-" : `+${value}`;
/** An entry as a row that can be marked; its key is its number. */
const entryCells = (entry) => [
	entry.seq,
	...ENTRY_FIELDS.slice(1).map((name) => cell(entry[name])),
	...entry.postings.flatMap((posting) => POSTING_FIELDS.map((name) => cell(posting[name])))
];
/** "amountCents" and the posting's number for a cell behind the fields of the entry. */
function entryColumn(index) {
	const own = ENTRY_FIELDS[index];
	if (own !== void 0) return {
		field: own,
		posting: null
	};
	const behind = index - ENTRY_FIELDS.length;
	return {
		field: POSTING_FIELDS[behind % POSTING_FIELDS.length] ?? "",
		posting: Math.floor(behind / POSTING_FIELDS.length) + 1
	};
}
const HASH = /^[0-9a-f]{64}$/;
/** Null for a line that is no entry. */
function readEntryLine(text) {
	const { entry, path } = parsed(text) ?? {};
	if (typeof entry !== "object" || entry === null || !Array.isArray(entry.postings)) return null;
	if (!/^\d{1,18}$/.test(String(entry.seq)) || !HASH.test(String(entry.hash))) return null;
	if (!entry.postings.map((one) => one?.amountCents).every((cents) => /^-?\d{1,19}$/.test(String(cents)))) return null;
	if (path === void 0) return { entry };
	return isPath(path) ? {
		entry,
		path
	} : null;
}
const isPath = (value) => Array.isArray(value) && value.every((one) => typeof one === "string" && HASH.test(one));
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

// verifier/check-inclusion.ts
/** The proof of one entry: its content has its hash, and the hash stands in the tree that was signed. */
async function checkInclusion(value, file, keys, report, platform) {
	const { digests } = platform;
	const read = readEntryLine(JSON.stringify({
		entry: value.entry,
		path: value.path
	}));
	if (read?.path === void 0) {
		report.says("entry_unreadable", { file });
		return;
	}
	const { entry, path } = read;
	const opened = await openCheckpoint(value.checkpoint, file, keys, report, platform);
	if (digests.sha256Hex(entryContent(entry)) !== entry.hash) report.says("entry_hash", {
		file,
		entry: entry.seq
	});
	if (opened === null) return;
	const { checkpoint } = opened;
	if (checkpoint.programmeId !== entry.programmeId) report.says("checkpoint_programme", { file });
	else if (BigInt(entry.seq) > checkpoint.size || !isIncluded(digests, {
		entry,
		path,
		checkpoint
	})) report.says("entry_not_included", {
		file,
		entry: entry.seq
	});
	else report.knows("entry_included", {
		entry: entry.seq,
		size: checkpoint.size.toString()
	});
}

// lib/domain/proof/measures.ts
/** The accounts that entries are about, and which way they count. Ceilings, allocations and spend are never added up. */
const SIGN = {
	ceiling: -1n,
	allocated: 1n,
	spent: 1n,
	advanced: 1n,
	settled: -1n
};
/** What an entry adds to each measure. */
function measuresOf({ postings }) {
	return postings.flatMap(({ accountKey, amountCents }) => {
		const kind = accountKey.split("|")[1] ?? "";
		const sign = SIGN[kind];
		return sign === void 0 ? [] : [[kind, sign * BigInt(amountCents)]];
	});
}

// lib/domain/proof/row-marks.ts
const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
	let value = start;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? value >>> 1 ^ 3988292384 : value >>> 1;
	return value;
});
/** The check that zip uses, short and quick. */
function crc32(bytes) {
	let value = 4294967295;
	for (const byte of bytes) value = value >>> 8 ^ (TABLE[(value ^ byte) & 255] ?? 0);
	return (value ^ 4294967295) >>> 0;
}
const encoder = new TextEncoder();
const cellMark = (cell) => (crc32(encoder.encode(cell)) & 65535).toString(16).padStart(4, "0");
/** Of the cells as text, an amount as "-55000.01": the same for every format that the row is written in. */
function rowMark({ sha256Hex }, cells) {
	const content = cells.map((cell) => `${cell.length}:${cell}`).join(",");
	return {
		key: (cells[0] ?? "").replace(/\s+/g, " "),
		mark: sha256Hex(content).slice(0, 16),
		cells: cells.map(cellMark).join("")
	};
}
function readMarkLine(line) {
	const [key = "", mark = "", cells = ""] = line.split("	");
	return {
		key,
		mark,
		cells
	};
}
/** First characters that make a spreadsheet calculate, the wide forms of Asian keyboards included. */
const CALCULATES = /^[=+\-@\t\r＝＋－＠]/;
/** Text that a spreadsheet would run gets an apostrophe in front: the same words, now harmless. */
const harmless = (value) => CALCULATES.test(value) ? `'${value}` : value;

// verifier/row-order.ts
/** Rows that stand in another order: two that changed places, or those that moved between the ones that stayed. */
function moves(expected, pairs) {
	const order = pairs.toSorted((a, b) => a[1] - b[1]).map(([e]) => e);
	const sorted = order.toSorted((a, b) => a - b);
	const astray = order.flatMap((e, index) => e === sorted[index] ? [] : [index]);
	if (astray.length === 0) return [];
	const placeOf = new Map(pairs.map(([e, f]) => [e, f]));
	const key = (e) => expected[e]?.key ?? "";
	const [first, second] = astray;
	if (astray.length === 2 && first !== void 0 && second !== void 0) {
		const [e, other] = [order[first] ?? 0, order[second] ?? 0];
		return [{
			is: "swapped",
			found: placeOf.get(e) ?? null,
			expected: e,
			key: key(e),
			cells: [],
			other: placeOf.get(other) ?? null
		}];
	}
	const stayed = longestRising(order);
	return order.filter((e) => !stayed.has(e)).map((e) => ({
		is: "moved",
		found: placeOf.get(e) ?? null,
		expected: e,
		key: key(e),
		cells: [],
		other: null
	}));
}
/** The most numbers of a list that stand in rising order. */
function longestRising(list) {
	const ends = [];
	const before = /* @__PURE__ */ new Map();
	for (const value of list) {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = low + high >> 1;
			if ((ends[middle] ?? 0) < value) low = middle + 1;
			else high = middle;
		}
		before.set(value, ends[low - 1]);
		ends[low] = value;
	}
	const kept = /* @__PURE__ */ new Set();
	for (let at = ends.at(-1); at !== void 0; at = before.get(at)) kept.add(at);
	return kept;
}

// verifier/compare-rows.ts
const CELL = 4;
/** Which cells have another mark; of rows of another width all behind the shorter one. */
function changedCells(was, is) {
	const count = Math.max(was.length, is.length) / CELL;
	return Array.from({ length: count }, (_, index) => index).filter((index) => was.slice(index * CELL, (index + 1) * CELL) !== is.slice(index * CELL, (index + 1) * CELL));
}
/** Pairs equal things in their order: each thing on the left with the first free one on the right. */
function paired(left, right) {
	const free = /* @__PURE__ */ new Map();
	for (const [name, one] of right) {
		const others = free.get(name);
		if (others === void 0) free.set(name, [one]);
		else others.push(one);
	}
	return left.flatMap(([name, one]) => {
		const other = free.get(name)?.shift();
		return other === void 0 ? [] : [[one, other]];
	});
}
/** Names what happened between the rows as they were and as they are found. */
function compareRows(expected, found) {
	const same = paired(expected.map((row, index) => [row.mark, index]), found.map((row, index) => [row.mark, index]));
	const [inExpected, inFound] = [new Set(same.map(([e]) => e)), new Set(same.map(([, f]) => f))];
	const lost = expected.flatMap((row, index) => inExpected.has(index) ? [] : [[row.key, index]]);
	const strange = found.flatMap((row, index) => inFound.has(index) ? [] : [[row.key, index]]);
	const altered = paired(lost, strange);
	const [lostNow, strangeNow] = [new Set(altered.map(([e]) => e)), new Set(altered.map(([, f]) => f))];
	const here = paired(lost.filter(([, e]) => !lostNow.has(e)).map(([, e]) => [String(e), e]), strange.filter(([, f]) => !strangeNow.has(f)).map(([, f]) => [String(f), f]));
	const changed = [...altered, ...here];
	for (const [e, f] of here) {
		lostNow.add(e);
		strangeNow.add(f);
	}
	const differences = changed.map(([e, f]) => ({
		is: "altered",
		found: f,
		expected: e,
		key: expected[e]?.key ?? "",
		cells: changedCells(expected[e]?.cells ?? "", found[f]?.cells ?? ""),
		other: null
	}));
	differences.push(...removals(expected, lost.map(([, e]) => e).filter((e) => !lostNow.has(e))), ...strange.map(([, f]) => f).filter((f) => !strangeNow.has(f)).map((f) => ({
		is: "added",
		found: f,
		expected: null,
		key: found[f]?.key ?? "",
		cells: [],
		other: null
	})), ...moves(expected, [...same, ...changed]));
	return differences.sort((a, b) => (a.found ?? a.expected ?? 0) - (b.found ?? b.expected ?? 0));
}
/** Removed rows; those at the very end as one tail. */
function removals(expected, removed) {
	const gone = new Set(removed);
	let tail = expected.length;
	while (tail > 0 && gone.has(tail - 1)) tail -= 1;
	const key = (index) => expected[index]?.key ?? "";
	const single = removed.filter((index) => index < tail).map((index) => ({
		is: "removed",
		found: null,
		expected: index,
		key: key(index),
		cells: [],
		other: null
	}));
	if (tail === expected.length) return single;
	return [...single, {
		is: "tail",
		found: null,
		expected: tail,
		key: key(tail),
		cells: [],
		other: expected.length - tail
	}];
}

// verifier/read-csv.ts
/** The records of a csv (RFC 4180), whatever the line ends; a field between quotes may hold them. */
function* csvRecords(text, separator) {
	let [at, line] = [text.startsWith("﻿") ? 1 : 0, 1];
	while (at < text.length) {
		const begun = line;
		const cells = [];
		for (;;) {
			let cell = "";
			if (text[at] === "\"") {
				at += 1;
				for (;;) {
					const end = text.indexOf("\"", at);
					const to = end < 0 ? text.length : end;
					cell += text.slice(at, to);
					at = to + 1;
					if (text[at] !== "\"") break;
					cell += "\"";
					at += 1;
				}
				line += cell.split("\n").length - 1;
			}
			const from = at;
			while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at += 1;
			cells.push(cell + text.slice(from, at));
			if (text[at] !== separator) break;
			at += 1;
		}
		if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
		at += 1;
		line += 1;
		yield {
			cells,
			line: begun
		};
	}
}

// verifier/read-table.ts
/** Null for a format whose rows the verifier does not read, or for a file that cannot be read as what it should be. */
function readTable(record, bytes) {
	if (record.csv !== null) return readCsv(record, record.csv, textOf(bytes));
	return record.path.endsWith(".json") ? readJson(textOf(bytes)) : null;
}
function readCsv({ statement, sums }, { separator, decimal }, text) {
	const plain = (cell) => decimal !== "." && /^-?\d+,\d\d$/.test(cell) ? cell.replace(",", ".") : cell;
	const amounts = new Set(sums.map(({ column }) => column));
	const records = csvRecords(text, separator);
	const head = [];
	const nextLine = () => {
		const { done, value } = records.next();
		return done === true ? [] : value.cells;
	};
	for (let left = statement.length; left > 0; left -= 1) head.push(nextLine().map(plain));
	if (nextLine().some((cell) => cell !== "")) head.push(["?"]);
	return {
		statement: head,
		columns: nextLine(),
		firstLine: statement.length + 3,
		rows: (function* () {
			for (const { cells } of records) yield cells.map((cell, index) => amounts.has(index) ? plain(cell) : cell);
		})()
	};
}
function readJson(text) {
	try {
		const { statement, columns, rows } = JSON.parse(text);
		return {
			statement: statement.map(({ name, value }) => [name, jsonCell(value)]),
			columns: columns.map(({ title }) => title),
			rows: rows.map((row) => columns.map(({ name }) => jsonCell(row[name] ?? null))),
			firstLine: null
		};
	} catch {
		return null;
	}
}
/** The cents of an amount become the decimals that the other formats have. */
function jsonCell(value) {
	if (value === null) return "";
	if (typeof value === "string") return harmless(value);
	const { cents } = value;
	if (typeof cents !== "string" || !/^-?\d+$/.test(cents)) return JSON.stringify(value);
	return decimals(BigInt(cents));
}
function decimals(cents) {
	const size = cents < 0n ? -cents : cents;
	return `${cents < 0n ? "-" : ""}${size / 100n}.${(size % 100n).toString().padStart(2, "0")}`;
}
/** Cents of "-55000.01"; null for a cell that is no amount. */
function centsOf(cell) {
	const [, sign = "", whole, rest] = /^(-?)(\d+)\.(\d\d)$/.exec(cell) ?? [];
	return whole === void 0 || rest === void 0 ? null : BigInt(`${sign}${whole}${rest}`);
}

// verifier/check-table.ts
const KINDS = {
	altered: "row_altered",
	removed: "row_removed",
	tail: "tail_removed",
	added: "row_added",
	swapped: "rows_swapped",
	moved: "row_moved"
};
/** What a difference of rows is called, with the words for its columns and for what its first column says a row is. */
function rowFinding(file, { is, found, expected, key, cells, other }, column, subject, firstLine) {
	const at = found ?? expected ?? 0;
	return {
		code: KINDS[is],
		file,
		row: at + 1,
		entry: key,
		columns: [...new Set(cells.map(column))],
		facts: {
			subject,
			...firstLine === null || found === null ? {} : { line: String(found + firstLine) },
			...expected === null ? {} : { was: String(expected + 1) },
			...other === null ? {} : { other: String(is === "tail" ? other : other + 1) }
		}
	};
}
/** The marks as they were made; null when their own file is not what it was. */
async function readMarks(files, path, altered) {
	const bytes = altered.has(path) ? null : await files.read(path);
	return bytes === null ? null : [...linesOf(bytes)].map(readMarkLine);
}
/** Holds a table against its marks, its count and its sums. `altered`: files whose bytes are not what they were. */
async function checkTable(files, record, altered, report, platform) {
	const file = record.path;
	const bytes = await files.read(file);
	if (bytes === null) return;
	const table = readTable(record, bytes);
	const marks = await readMarks(files, record.marks, altered);
	if (table === null) {
		if (altered.has(file)) report.says("file_altered", { file });
		return;
	}
	const titled = (cell) => record.columns[cell] ?? "";
	const before = report.findings.length;
	checkHead(record, table, report);
	const sums = new Map(record.sums.map(({ column }) => [column, 0n]));
	const found = [];
	for (const cells of table.rows) {
		found.push(rowMark(platform.digests, cells));
		for (const [column, sum] of sums) sums.set(column, sum + (centsOf(cells[column] ?? "") ?? 0n));
	}
	if (marks === null) report.says("marks_unusable", { file });
	else for (const difference of compareRows(marks, found)) report.findings.push(rowFinding(file, difference, (cell) => titled(cell) || `${cell + 1}`, titled(0), table.firstLine));
	if (found.length !== record.rows) report.says("rows_counted", {
		file,
		facts: {
			is: String(found.length),
			was: String(record.rows)
		}
	});
	for (const { column, cents } of record.sums) {
		const is = sums.get(column) ?? 0n;
		if (is.toString() !== cents) report.says("sum_differs", {
			file,
			columns: [record.columns[column] ?? ""],
			facts: {
				is: decimals(is),
				was: decimals(BigInt(cents))
			}
		});
	}
	if (altered.has(file) && report.findings.length === before) report.says("bytes_only", { file });
	if (report.findings.length === before) report.knows("rows_checked", {
		file,
		rows: String(found.length)
	});
}
function checkHead({ path: file, statement, columns }, table, report) {
	for (const [index, { name, value }] of statement.entries()) {
		const [foundName = "", foundValue = ""] = table.statement[index] ?? [];
		if (foundName !== name || foundValue !== value) report.says("statement_altered", {
			file,
			facts: {
				name,
				was: value,
				is: foundValue
			}
		});
	}
	if (table.statement.length > statement.length) report.says("header_altered", {
		file,
		facts: { column: "" }
	});
	const wrong = columns.filter((title, index) => table.columns[index] !== title);
	if (wrong.length > 0 || table.columns.length !== columns.length) report.says("header_altered", {
		file,
		facts: { column: wrong.join(", ") }
	});
}

// verifier/check-journal.ts
const ZERO = "0".repeat(64);
/** Goes through the entries as they lie in the file: content, chain or audit path, dates and totals. */
var Journal = class {
	marks = [];
	totals = /* @__PURE__ */ new Map();
	#asked;
	#tree;
	count = 0;
	covered = 0;
	/** Of the tree at the size of the checkpoint. */
	rootThen = null;
	#lastHash = ZERO;
	#lastSeq = 0n;
	#lastAt = "";
	constructor(asked) {
		this.#asked = asked;
		this.#tree = new MerkleAccumulator(asked.platform.digests.sha256);
	}
	/** Of the tree of all entries that there are. */
	get root() {
		return this.#tree.root();
	}
	add({ entry, path }) {
		const { manifest, record, report } = this.#asked;
		const { digests } = this.#asked.platform;
		const seq = BigInt(entry.seq);
		const says = (code, facts = {}) => report.says(code, {
			file: record.path,
			row: this.count + 1,
			entry: entry.seq,
			facts
		});
		this.marks.push(rowMark(digests, entryCells(entry)));
		if (digests.sha256Hex(entryContent(entry)) !== entry.hash) says("entry_hash");
		if (entry.programmeId !== manifest.programme.id) says("entry_programme");
		if (entry.recordedAt > manifest.knownAt) says("entry_later", { at: entry.recordedAt });
		if (manifest.validOn !== null && entry.effectiveOn > manifest.validOn) says("entry_effective_later", { on: entry.effectiveOn });
		if (!isBalanced(entry)) says("entry_unbalanced");
		if (seq <= this.#lastSeq) says("entry_order", { before: this.#lastSeq.toString() });
		else if (entry.recordedAt <= this.#lastAt) says("entry_order", { before: this.#lastSeq.toString() });
		if (record.whole) this.#chain(entry, seq, says);
		else this.#included(entry, seq, path, says);
		for (const [measure, cents] of measuresOf(entry)) this.totals.set(measure, (this.totals.get(measure) ?? 0n) + cents);
		this.count += 1;
		[this.#lastHash, this.#lastSeq, this.#lastAt] = [
			entry.hash,
			seq,
			entry.recordedAt
		];
	}
	#chain(entry, seq, says) {
		const { checkpoint } = this.#asked;
		const { digests } = this.#asked.platform;
		const next = this.#lastSeq + 1n;
		if (seq > next) says("entry_gap", {
			from: next.toString(),
			to: (seq - 1n).toString()
		});
		else if (seq === next && entry.prevHash !== this.#lastHash) says("entry_chain");
		this.#tree.add(digests.fromHex(entry.hash));
		if (checkpoint !== null && this.#tree.size <= checkpoint.size) this.covered += 1;
		if (this.#tree.size === checkpoint?.size) this.rootThen = digests.toHex(this.#tree.root());
	}
	#included(entry, seq, path, says) {
		const { checkpoint, platform } = this.#asked;
		if (checkpoint === null || seq > checkpoint.size) return;
		this.covered += 1;
		if (path === void 0) says("entry_without_proof");
		else if (!isIncluded(platform.digests, {
			entry,
			path,
			checkpoint
		})) says("entry_not_included");
	}
};
function isBalanced({ postings, postingCount, debitCents }) {
	const books = /* @__PURE__ */ new Map();
	let debit = 0n;
	for (const { accountKey, amountCents } of postings) {
		const cents = BigInt(amountCents);
		const book = accountKey.split("|", 1)[0] ?? "";
		books.set(book, (books.get(book) ?? 0n) + cents);
		if (cents > 0n) debit += cents;
	}
	return [...books.values()].every((sum) => sum === 0n) && String(postings.length) === postingCount && debit.toString() === debitCents;
}
/** Holds the entries against their own hashes, each other, the checkpoint, the dates and the totals of the manifest. */
async function checkJournal(files, altered, asked) {
	const { record, report, checkpoint } = asked;
	const file = record.path;
	const bytes = await files.read(file);
	if (bytes === null) return;
	const before = report.findings.length;
	const journal = new Journal(asked);
	let line = 0;
	for (const text of linesOf(bytes)) {
		line += 1;
		const read = readEntryLine(text);
		if (read === null) report.says("entry_unreadable", {
			file,
			row: line
		});
		else journal.add(read);
	}
	const marks = await readMarks(files, record.marks, altered);
	if (marks === null) report.says("marks_unusable", { file });
	else for (const difference of compareRows(marks, journal.marks)) report.findings.push(rowFinding(file, difference, columnName, "entry", null));
	if (journal.count !== record.entries) report.says("entries_counted", {
		file,
		facts: {
			is: String(journal.count),
			was: String(record.entries)
		}
	});
	checkTotals(journal, record, report);
	if (record.whole && checkpoint !== null) checkTree(journal, checkpoint, asked);
	if (altered.has(file) && report.findings.length === before) report.says("bytes_only", { file });
	if (report.findings.length === before) report.knows("entries_checked", {
		entries: String(journal.count),
		covered: String(journal.covered)
	});
	if (journal.count > journal.covered) report.knows("not_covered", { count: String(journal.count - journal.covered) });
}
function columnName(cell) {
	const { field, posting } = entryColumn(cell);
	return posting === null ? field : `${field}#${posting}`;
}
function checkTotals(journal, { path: file, totals }, report) {
	for (const measure of /* @__PURE__ */ new Set([...Object.keys(totals), ...journal.totals.keys()])) {
		const [was, is] = [BigInt(totals[measure] ?? "0"), journal.totals.get(measure) ?? 0n];
		if (was !== is) report.says("total_differs", {
			file,
			facts: {
				measure,
				is: decimals(is),
				was: decimals(was)
			}
		});
	}
}
/** The tree of all entries must have the root that was signed, or be where a later signed tree goes on from. */
function checkTree(journal, { size, root }, { record: { path: file, entries, grown }, report, platform: { digests } }) {
	if (journal.count < entries && BigInt(journal.count) < size) report.says("checkpoint_short", {
		file,
		facts: {
			is: String(journal.count),
			was: size.toString()
		}
	});
	const facts = { size: size.toString() };
	if (BigInt(journal.count) >= size) {
		if (journal.rootThen !== root) report.says("checkpoint_root", {
			file,
			facts
		});
		return;
	}
	const own = journal.root;
	const found = rootsOfConsistency(digests.sha256, {
		first: BigInt(journal.count),
		second: size,
		root: own
	}, (grown ?? []).map(digests.fromHex));
	if (!(found !== null && digests.toHex(found.first) === digests.toHex(own) && digests.toHex(found.second) === root)) report.says("checkpoint_root", {
		file,
		facts
	});
}

// verifier/check-package.ts
/** An export with its proof, or a whole audit package: everything is held against the manifest, and that against its signature. */
async function checkPackage(files, keys, report, platform) {
	const bytes = await files.read(MANIFEST);
	const manifest = bytes === null ? null : readManifest(textOf(bytes));
	if (bytes === null || manifest === null) {
		report.says("file_unreadable", { file: MANIFEST });
		return;
	}
	await checkSignature(bytes, files, keys, report, platform);
	const altered = await checkFiles(files, manifest, report, platform);
	for (const table of manifest.tables) await checkTable(files, table, altered, report, platform);
	const { journal } = manifest;
	if (journal !== null) {
		const checkpoint = (await checkpointOf(files, manifest, keys, report, platform))?.checkpoint ?? null;
		await checkJournal(files, altered, {
			manifest,
			record: journal,
			checkpoint,
			report,
			platform
		});
	}
	report.knows("known_at", {
		at: manifest.knownAt,
		what: manifest.what,
		programme: manifest.programme.code
	});
	if (manifest.practice) report.knows("practice");
}
async function checkSignature(bytes, files, keys, report, platform) {
	const signed = await files.read(SIGNATURE);
	const said = signed === null ? null : readSignature(textOf(signed));
	if (said === null) {
		report.says("manifest_unsigned", { file: MANIFEST });
		return;
	}
	const facts = { key: said.keyId };
	switch (await keys.state(said.keyId, bytes, said.signature, platform)) {
		case "invalid":
			report.says("manifest_altered", {
				file: MANIFEST,
				facts
			});
			break;
		case "untrusted":
			report.says("key_not_trusted", {
				file: SIGNATURE,
				facts
			});
			break;
		case "missing":
			report.says("key_missing", {
				file: SIGNATURE,
				facts
			});
			break;
		case "unchecked":
			report.says("signature_unchecked", { file: SIGNATURE });
			break;
		case "valid": report.knows(keys.brought ? "signed_by" : "key_from_package", facts);
	}
}
/** Whose bytes are not what they were. Files of rows are looked into later, so that the row can be named. */
async function checkFiles(files, { files: records, tables, journal }, report, { digests }) {
	const altered = /* @__PURE__ */ new Set();
	const lookedInto = /* @__PURE__ */ new Set([...tables.map(({ path }) => path), ...journal === null ? [] : [journal.path]]);
	for (const { path, sha256 } of records) {
		const bytes = await files.read(path);
		if (bytes === null) report.says(files.names.includes(path) ? "file_unreadable" : "file_missing", { file: path });
		else if (digests.toHex(digests.sha256(bytes)) !== sha256) {
			altered.add(path);
			if (!lookedInto.has(path)) report.says("file_altered", { file: path });
		}
	}
	const known = /* @__PURE__ */ new Set([
		...records.map(({ path }) => path),
		MANIFEST,
		SIGNATURE
	]);
	for (const name of files.names) if (!known.has(name)) report.says("file_unexpected", { file: name });
	report.knows("files_checked", { files: String(records.length) });
	return altered;
}
async function checkpointOf(files, { journal, programme }, keys, report, platform) {
	const file = journal?.checkpoint ?? null;
	if (file === null) return null;
	const bytes = await files.read(file);
	if (bytes === null) {
		report.says("checkpoint_missing", { file });
		return null;
	}
	const opened = await openCheckpoint(parseJson(bytes), file, keys, report, platform);
	if (opened !== null && opened.checkpoint.programmeId !== programme.id) {
		report.says("checkpoint_programme", { file });
		return null;
	}
	return opened;
}

// verifier/verify.ts
/** Checks whatever was given: an export with its proof, the proof of an entry, one checkpoint or a folder of them. */
async function verify$1(given, brought, platform) {
	const files = {
		names: given.names,
		read: (name) => given.read(name).catch(() => null)
	};
	const report = new Report();
	const keys = new Keys(await keysAmong(files), brought, platform);
	if (files.names.includes("manifest.json")) await checkPackage(files, keys, report, platform);
	else await checkLoose(files, keys, report, platform);
	return report;
}
async function checkLoose(files, keys, report, platform) {
	const checkpoints = [];
	let other = 0;
	for (const name of files.names.filter((one) => one.endsWith(".json"))) {
		const bytes = await files.read(name);
		const value = bytes === null ? null : parseJson(bytes);
		const { format, publicKey } = value ?? {};
		if (format === "geldstroom-inclusion-v1") {
			keys.learn(publicKey, platform);
			await checkInclusion(value, name, keys, report, platform);
			other += 1;
		} else checkpoints.push(name);
	}
	if (checkpoints.length > 0) await checkCheckpoints(files, checkpoints, keys, report, platform);
	else if (other === 0) report.says("nothing_to_check");
}

// verifier/words-en.ts
const WORDS_EN = {
	nothing_to_check: "there is nothing to check here. Give an export with its proof (zip or folder), the proof of an entry, or checkpoints.",
	file_missing: "is missing, and stands in the manifest.",
	file_unexpected: "does not stand in the manifest; this file was added later.",
	file_altered: "the bytes are not those of the export: this file was altered or swapped.",
	file_unreadable: "cannot be read.",
	bytes_only: "every row is as it was, but the bytes are not: the file was opened and saved again.",
	manifest_altered: "was altered: the signature of key {key} belongs to another manifest.",
	manifest_unsigned: "is not signed: nobody vouches that this manifest belongs to the export.",
	key_missing: "signed with key {key}, but that key is not here. Fetch it from the checkpoints and give it along.",
	key_not_trusted: "signed with key {key}. That is not the key that you trust.",
	signature_unchecked: "the signature was not checked: this browser cannot. Use a newer browser or the program for Node.",
	checkpoint_missing: "the checkpoint is missing.",
	checkpoint_unreadable: "this is not a checkpoint.",
	checkpoint_signature: "the checkpoint was altered: the signature of key {key} is not right.",
	checkpoint_programme: "this checkpoint belongs to another programme.",
	checkpoint_root: "the checkpoint over {size} entries does not belong to these entries: the signed fingerprint is another. Entries were altered, or the checkpoint was swapped.",
	checkpoint_short: "there are {is} entries, the signed checkpoint is about {was}: the tail was cut off.",
	checkpoint_order: "was signed before {other}, but is about more entries.",
	checkpoint_grown: "that it goes on from {other} is not proved: the earlier entries are not the same.",
	checkpoint_apart: "says something else about {size} entries than {other}: there are two different ledgers.",
	statement_altered: "the head was altered: ‘{name}’ says ‘{is}’ and it was ‘{was}’.",
	header_altered: "the titles of the columns were altered[: {column}].",
	row_altered: "row {row}[ (line {line})][, {subject} {entry}]: altered[ in {columns}].",
	row_removed: "row {row}[, {subject} {entry}]: removed.",
	tail_removed: "from row {row}[, {subject} {entry}] on everything is gone: {other} row(s) cut off.",
	row_added: "row {row}[ (line {line})][, {subject} {entry}]: added.",
	rows_swapped: "row {row} and row {other} were swapped[ ({subject} {entry})].",
	row_moved: "row {row}[ (line {line})][, {subject} {entry}]: moved, stood at {was}.",
	marks_unusable: "the marks of the rows were altered themselves or are gone; which row differs cannot be said.",
	rows_counted: "there are {is} rows, the manifest says {was}.",
	sum_differs: "column {columns} adds up to {is}, the manifest says {was}.",
	entry_unreadable: "[line {row}: ]this is not an entry.",
	entry_hash: "entry {entry}: the content does not fit its own hash; the entry was altered.",
	entry_gap: "before entry {entry} the entries {from} to {to} are missing.",
	entry_chain: "entry {entry}: does not hold the hash of the entry before it; one of the two was altered.",
	entry_order: "entry {entry}: stands in the wrong place, after entry {before}.",
	entry_unbalanced: "entry {entry}: its postings do not come to zero or are not complete.",
	entry_later: "entry {entry}: was recorded at {at}, after the moment at which this was known.",
	entry_effective_later: "entry {entry}: is effective on {on}, after the day that this is about.",
	entry_programme: "entry {entry}: is of another programme.",
	entry_not_included: "entry {entry}: the proof does not lead to the signed fingerprint.",
	entry_without_proof: "entry {entry}: the proof is missing.",
	entries_counted: "there are {is} entries, the manifest says {was}.",
	total_differs: "{measure}: the entries add up to {is}, the manifest says {was}."
};
const NOTE_WORDS_EN = {
	key_from_package: "Signed with key {key}, which lies in the package itself. Compare this name with the one at the checkpoints on the website.",
	signed_by: "Signed with key {key}, which you gave along.",
	checkpoint_signed: "Checkpoint over {size} entries of {at}, signed with key {key}.",
	not_covered: "{count} entry/entries are younger than the checkpoint; those are not signed yet.",
	rows_checked: "{file}: {rows} rows are as they were.",
	entries_checked: "{entries} entries are as they were recorded; {covered} of them are proved with the checkpoint.",
	files_checked: "{files} files compared.",
	known_at: "{what} of {programme}, as known at {at}.",
	practice: "Practice data: all names, amounts and decisions are made up.",
	checkpoints_checked: "{count} checkpoint(s) read; {proved} proved to go on from another.",
	entry_included: "Entry {entry} stands unchanged in the ledger of {size} entries that was signed."
};

// verifier/words-nl.ts
const WORDS_NL = {
	nothing_to_check: "hier is niets te controleren. Geef een export met bewijs (zip of map), het bewijs van een post, of controlepunten.",
	file_missing: "ontbreekt, maar staat in het manifest.",
	file_unexpected: "staat niet in het manifest; dit bestand is er later bij gelegd.",
	file_altered: "de bytes zijn niet die van de export: dit bestand is veranderd of verwisseld.",
	file_unreadable: "is niet te lezen.",
	bytes_only: "alle rijen zijn zoals ze waren, maar de bytes niet: het bestand is geopend en opnieuw bewaard.",
	manifest_altered: "is veranderd: de handtekening van sleutel {key} hoort bij een ander manifest.",
	manifest_unsigned: "is niet ondertekend: niemand staat ervoor in dat dit manifest bij de export hoort.",
	key_missing: "ondertekend met sleutel {key}, maar die sleutel is er niet bij. Haal hem op bij de controlepunten en geef hem mee.",
	key_not_trusted: "ondertekend met sleutel {key}. Dat is niet de sleutel die u vertrouwt.",
	signature_unchecked: "de handtekening is niet gecontroleerd: deze browser kan dat niet. Gebruik een nieuwere browser of het programma voor Node.",
	checkpoint_missing: "het controlepunt ontbreekt.",
	checkpoint_unreadable: "dit is geen controlepunt.",
	checkpoint_signature: "het controlepunt is veranderd: de handtekening van sleutel {key} klopt niet.",
	checkpoint_programme: "dit controlepunt hoort bij een ander programma.",
	checkpoint_root: "het controlepunt over {size} posten hoort niet bij deze posten: het ondertekende kenmerk is een ander. Posten zijn veranderd, of het controlepunt is verwisseld.",
	checkpoint_short: "er zijn {is} posten, het ondertekende controlepunt gaat over {was}: de staart is eraf.",
	checkpoint_order: "is ondertekend vóór {other}, maar gaat over meer posten.",
	checkpoint_grown: "dat het verdergaat vanaf {other} is niet bewezen: de eerdere posten zijn niet dezelfde.",
	checkpoint_apart: "zegt over {size} posten iets anders dan {other}: er zijn twee verschillende grootboeken.",
	statement_altered: "de kop is veranderd: bij ‘{name}’ staat ‘{is}’ en het was ‘{was}’.",
	header_altered: "de titels van de kolommen zijn veranderd[: {column}].",
	row_altered: "rij {row}[ (regel {line})][, {subject} {entry}]: veranderd[ in {columns}].",
	row_removed: "rij {row}[, {subject} {entry}]: verwijderd.",
	tail_removed: "vanaf rij {row}[, {subject} {entry}] is alles weg: {other} rij(en) afgeknipt.",
	row_added: "rij {row}[ (regel {line})][, {subject} {entry}]: toegevoegd.",
	rows_swapped: "rij {row} en rij {other} zijn verwisseld[ ({subject} {entry})].",
	row_moved: "rij {row}[ (regel {line})][, {subject} {entry}]: verplaatst, stond op {was}.",
	marks_unusable: "de kenmerken van de rijen zijn zelf veranderd of weg; welke rij anders is, is niet te zeggen.",
	rows_counted: "er zijn {is} rijen, het manifest zegt {was}.",
	sum_differs: "kolom {columns} telt op tot {is}, het manifest zegt {was}.",
	entry_unreadable: "[regel {row}: ]dit is geen post.",
	entry_hash: "post {entry}: de inhoud past niet bij de eigen hash; de post is veranderd.",
	entry_gap: "vóór post {entry} ontbreken de posten {from} tot en met {to}.",
	entry_chain: "post {entry}: noemt niet de hash van de post ervoor; een van beide is veranderd.",
	entry_order: "post {entry}: staat op de verkeerde plaats, na post {before}.",
	entry_unbalanced: "post {entry}: de boekingen zijn samen niet nul of niet volledig.",
	entry_later: "post {entry}: is vastgelegd op {at}, na het moment waarop dit bekend was.",
	entry_effective_later: "post {entry}: geldt vanaf {on}, na de dag waarover dit gaat.",
	entry_programme: "post {entry}: is van een ander programma.",
	entry_not_included: "post {entry}: het bewijs leidt niet naar het ondertekende kenmerk.",
	entry_without_proof: "post {entry}: het bewijs ontbreekt.",
	entries_counted: "er zijn {is} posten, het manifest zegt {was}.",
	total_differs: "{measure}: de posten tellen op tot {is}, het manifest zegt {was}."
};
const NOTE_WORDS_NL = {
	key_from_package: "Ondertekend met sleutel {key}, die in het pakket zelf ligt. Vergelijk dit kenmerk met dat bij de controlepunten op de website.",
	signed_by: "Ondertekend met sleutel {key}, die u meegaf.",
	checkpoint_signed: "Controlepunt over {size} posten van {at}, ondertekend met sleutel {key}.",
	not_covered: "{count} post(en) zijn jonger dan het controlepunt; die zijn nog niet ondertekend.",
	rows_checked: "{file}: {rows} rijen zijn zoals ze waren.",
	entries_checked: "{entries} posten zijn zoals ze zijn vastgelegd; {covered} ervan zijn bewezen met het controlepunt.",
	files_checked: "{files} bestanden vergeleken.",
	known_at: "{what} van {programme}, zoals bekend op {at}.",
	practice: "Oefengegevens: alle namen, bedragen en besluiten zijn verzonnen.",
	checkpoints_checked: "{count} controlepunt(en) gelezen; van {proved} is bewezen dat het verdergaat vanaf een ander.",
	entry_included: "Post {entry} staat onveranderd in het grootboek van {size} posten dat is ondertekend."
};
const FIELD_WORDS = {
	ceiling: {
		nl: "Plafond",
		en: "Ceiling"
	},
	allocated: {
		nl: "Toegekend",
		en: "Allocated"
	},
	spent: {
		nl: "Besteed",
		en: "Spent"
	},
	advanced: {
		nl: "Bevoorschot",
		en: "Advanced"
	},
	settled: {
		nl: "Vastgesteld",
		en: "Settled"
	},
	entry: {
		nl: "post",
		en: "entry"
	},
	seq: {
		nl: "nummer",
		en: "number"
	},
	programmeId: {
		nl: "programma",
		en: "programme"
	},
	kind: {
		nl: "soort",
		en: "kind"
	},
	effectiveOn: {
		nl: "geldig op",
		en: "effective on"
	},
	recordedAt: {
		nl: "vastgelegd",
		en: "recorded"
	},
	recordedBy: {
		nl: "vastgelegd door",
		en: "recorded by"
	},
	streamId: {
		nl: "regeling",
		en: "stream"
	},
	municipalityId: {
		nl: "gemeente",
		en: "municipality"
	},
	allocationId: {
		nl: "toekenning",
		en: "allocation"
	},
	proposalId: {
		nl: "voorstel",
		en: "proposal"
	},
	reportId: {
		nl: "rapportage",
		en: "report"
	},
	correctsSeq: {
		nl: "wijzigt post",
		en: "corrects entry"
	},
	decisionNumber: {
		nl: "besluit",
		en: "decision"
	},
	decisionOn: {
		nl: "besluitdatum",
		en: "date of decision"
	},
	legalSource: {
		nl: "grondslag",
		en: "legal source"
	},
	reason: {
		nl: "reden",
		en: "reason"
	},
	postingCount: {
		nl: "aantal boekingen",
		en: "number of postings"
	},
	debitCents: {
		nl: "totaal debet",
		en: "total debit"
	},
	prevHash: {
		nl: "vorige hash",
		en: "previous hash"
	},
	hash: {
		nl: "hash",
		en: "hash"
	},
	line: {
		nl: "regel",
		en: "line"
	},
	accountKey: {
		nl: "rekening",
		en: "account"
	},
	amountCents: {
		nl: "bedrag",
		en: "amount"
	}
};

// verifier/words.ts
const filled = (words, facts) => words.replace(/\[([^\]]*)\]/g, (_, part) => [...part.matchAll(/\{(\w+)\}/g)].every(([, name = ""]) => (facts[name] ?? "") !== "") ? part : "").replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "?");
/** "amountCents#2" as people say it: "bedrag van boeking 2". */
function columnWords(column, language) {
	const [field = "", posting] = column.split("#");
	const known = FIELD_WORDS[field]?.[language] ?? field;
	if (posting === void 0) return known;
	return language === "nl" ? `${known} van boeking ${posting}` : `${known} of posting ${posting}`;
}
/** The title of a column inside a sentence: "Post" becomes "post", "BCF" stays. */
const inSentence = (title) => title.replace(/^(\p{Lu})(?!\p{Lu})/u, (first) => first.toLowerCase());
const SUMS = /* @__PURE__ */ new Set(["sum_differs", "total_differs"]);
/** "-55000.01" as people read it: "€ −55.000,01". */
function amountText(text = "", language) {
	const [, sign = "", whole = "", rest = ""] = /^(-?)(\d+)\.(\d\d)$/.exec(text) ?? [];
	const [group, point] = language === "nl" ? [".", ","] : [",", "."];
	return `€\u00a0${sign && "−"}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${point}${rest}`;
}
function findingText({ code, file, row, entry, columns, facts }, language) {
	const words = (language === "nl" ? WORDS_NL : WORDS_EN)[code];
	const named = columns?.map((one) => columnWords(one, language)).join(", ");
	const text = filled(words, {
		...facts,
		...SUMS.has(code) && {
			is: amountText(facts?.is, language),
			was: amountText(facts?.was, language)
		},
		measure: columnWords(facts?.measure ?? "", language),
		subject: inSentence(columnWords(facts?.subject ?? "", language)),
		row: row?.toString(),
		entry,
		columns: named
	});
	return file === void 0 ? text : `${file}: ${text}`;
}
function noteText({ code, facts = {} }, language) {
	return filled((language === "nl" ? NOTE_WORDS_NL : NOTE_WORDS_EN)[code], facts);
}
const VERDICT = {
	nl: {
		good: "IN ORDE: alles is zoals het is ondertekend.",
		bad: "NIET IN ORDE: {count}.",
		more: "en nog {count}",
		unread: "Dit is niet te controleren: {why}"
	},
	en: {
		good: "ALL IS WELL: everything is as it was signed.",
		bad: "NOT WELL: {count}.",
		more: "and {count} more",
		unread: "This cannot be checked: {why}"
	}
};
const FINDINGS = {
	nl: ["bevinding", "bevindingen"],
	en: ["finding", "findings"]
};
const counted = (language, count) => `${count} ${FINDINGS[language][count === 1 ? 0 : 1]}`;
const said = (language, name, facts = {}) => filled(VERDICT[language][name], facts);

// verifier/node.ts
const sha = (content) => createHash("sha256").update(content);
const PLATFORM = {
	digests: {
		sha256: (bytes) => sha(bytes).digest(),
		sha256Hex: (text) => sha(text).digest("hex"),
		toHex: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex"),
		fromHex: (text) => Buffer.from(text, "hex")
	},
	verifies: async (spki, message, signature) => {
		const key = createPublicKey({
			key: Buffer.from(spki),
			format: "der",
			type: "spki"
		});
		return key.asymmetricKeyType === "ed25519" && verify(null, message, key, signature);
	}
};
const USAGE = `node geldstroom-verify.mjs BESTAND|MAP|ZIP [--key SLEUTEL.pem] [--lang nl|en] [--json]
  Controleert een export met bewijs, een controlepakket, het bewijs van een post of controlepunten.
  Checks an export with proof, an audit package, the proof of an entry or checkpoints.
  0: in orde / all is well   1: niet in orde / not well   2: niet te controleren / could not be checked`;
const MOST = 50;
async function filesAt(path) {
	if ((await stat(path)).isDirectory()) return folder(path);
	const bytes = await readFile(path);
	if (isZip(bytes)) return unzip(bytes);
	const beside = (await readdir(dirname(path))).filter((name) => name.endsWith(".pem"));
	const names = [basename(path), ...beside.filter((name) => name !== basename(path))];
	return reading(dirname(path), names);
}
async function folder(path) {
	const names = [];
	for (const name of await readdir(path, { recursive: true })) if ((await stat(join(path, name))).isFile()) names.push(name.replaceAll("\\", "/"));
	names.sort();
	const { prefix } = withoutFolder(names);
	return reading(join(path, prefix), names.map((name) => name.slice(prefix.length)));
}
const reading = (path, names) => ({
	names,
	read: async (name) => names.includes(name) ? readFile(join(path, name)) : null
});
function readArguments(given) {
	const [paths, keys] = [[], []];
	let language = /^en/i.test(process.env.LANG ?? "") ? "en" : "nl";
	let json = false;
	for (let at = 0; at < given.length; at += 1) {
		const word = given[at] ?? "";
		if (word === "--json") json = true;
		else if (word === "--key" || word === "--lang") {
			at += 1;
			const value = given[at] ?? "";
			if (value === "" || word === "--lang" && value !== "nl" && value !== "en") return null;
			if (word === "--key") keys.push(value);
			else language = value;
		} else if (word.startsWith("--")) return null;
		else paths.push(word);
	}
	const [path, ...more] = paths;
	return path === void 0 || more.length > 0 ? null : {
		path,
		keys,
		language,
		json
	};
}
async function broughtKeys(paths) {
	const found = [];
	for (const path of paths) {
		const key = readPem(textOf(await readFile(path)));
		if (key === null) throw new Error(`${path}: PEM`);
		found.push(key);
	}
	return found;
}
async function main(given) {
	const asked = readArguments(given);
	if (asked === null) {
		console.error(USAGE);
		return 2;
	}
	const { language } = asked;
	try {
		const verdict = await verify$1(await filesAt(asked.path), await broughtKeys(asked.keys), PLATFORM);
		if (asked.json) console.log(JSON.stringify({
			ok: good(verdict),
			...verdict
		}, null, 2));
		else {
			for (const note of verdict.notes) console.log(`  ${noteText(note, language)}`);
			for (const finding of verdict.findings.slice(0, MOST)) console.log(`! ${findingText(finding, language)}`);
			const more = verdict.findings.length - MOST;
			if (more > 0) console.log(`! ${said(language, "more", { count: counted(language, more) })}`);
			console.log(good(verdict) ? said(language, "good") : said(language, "bad", { count: counted(language, verdict.findings.length) }));
		}
		if (verdict.findings.some(({ code }) => code === "nothing_to_check")) return 2;
		return good(verdict) ? 0 : 1;
	} catch (error) {
		console.error(said(language, "unread", { why: error instanceof Error ? error.message : String(error) }));
		return 2;
	}
}
process.exitCode = await main(process.argv.slice(2));

export {  };