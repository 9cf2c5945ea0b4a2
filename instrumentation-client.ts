type Policy = { createScriptURL: (address: string) => string | null };
type TrustedTypes = { createPolicy: (name: string, rules: Policy) => unknown };

/**
 * The bundler sets the address of a chunk as plain text, which Trusted Types refuses. This default policy lets
 * exactly those through: files of this build, from this origin. It runs before anything else in the browser, also
 * on the bare page that is served when a render failed.
 */
const { trustedTypes } = window as { trustedTypes?: TrustedTypes };

trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => {
    const { origin, pathname } = new URL(address, window.location.href);
    return origin === window.location.origin && pathname.startsWith("/_next/static/") ? address : null;
  },
});
