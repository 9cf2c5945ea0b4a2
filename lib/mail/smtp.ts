import { createTransport } from "nodemailer";

export interface Letter {
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly body: string;
  readonly language: string;
}

export interface MailServer {
  readonly send: (letter: Letter) => Promise<void>;
  readonly close: () => void;
}

const SECONDS = 1_000;

/** Null when no mail server was set: SMTP_URL (smtp://user:password@host:587) and MAIL_FROM. */
export function mailServer(variables: Readonly<Record<string, string | undefined>>): MailServer | null {
  const { SMTP_URL: url, MAIL_FROM: from } = variables;
  if (!url || !from) return null;
  const timeouts = {
    connectionTimeout: 15 * SECONDS,
    greetingTimeout: 15 * SECONDS,
    socketTimeout: 60 * SECONDS,
  };
  const parts = new URL(url);
  const transport = createTransport({
    host: parts.hostname,
    port: parts.port === "" ? (parts.protocol === "smtps:" ? 465 : 587) : Number(parts.port),
    secure: parts.protocol === "smtps:",
    ...(parts.username === ""
      ? {}
      : { auth: { user: decodeURIComponent(parts.username), pass: decodeURIComponent(parts.password) } }),
    ...timeouts,
  });
  const domain = from.replace(/^.*@/, "").replace(/[>\s]/g, "");
  return {
    send: async ({ id, to, subject, body, language }) => {
      await transport.sendMail({
        from,
        to,
        subject,
        text: body,
        // The same mail sent twice (a worker that died just after sending) is recognised by its id.
        messageId: `<${id}@${domain}>`,
        headers: { "Content-Language": language, "Auto-Submitted": "auto-generated" },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => transport.close(),
  };
}
