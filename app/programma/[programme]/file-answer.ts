/** A file as it was brought. It is somebody else's file: saved, never shown or run in a page of this site. */
export const fileAnswer = (fileName: string, content: BodyInit): Response =>
  new Response(content, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
