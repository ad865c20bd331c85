import 'server-only';
import { z } from 'zod';

const text = z.string().min(1);

/** Empty is unset: an environment file cannot say it otherwise. */
function unlessEmpty(values: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

const proxySchema = z.union([z.literal(''), z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: 'write addresses or networks, as in 127.0.0.1, 10.0.0.0/8',
});

const envSchema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    DATABASE_URL: text,
    DATABASE_POOL: z.coerce.number().int().positive().default(20),
    NEXTAUTH_SECRET: text,
    RECEIPT_KEY: text,
    /** The address people use, behind a proxy; without it the Host header tells. */
    NEXTAUTH_URL: z.url().optional(),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: text.optional(),
    OIDC_CLIENT_SECRET: text.optional(),
    OIDC_NAME: text.default('University account'),
    /** 1: the provider verifies every address, although it does not say so. */
    OIDC_EMAILS_VERIFIED: z
      .enum(['0', '1'])
      .default('0')
      .transform((value) => value === '1'),
    /** Addresses or networks (CIDR) of proxies that are believed about whose request it is. */
    TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform((list) => list.split(',').map((entry) => entry.trim()))
      .pipe(z.array(proxySchema))
      .transform((entries) => entries.filter((entry) => entry !== '')),
    /** The mail server: smtp:// (STARTTLS where it is offered) or smtps://, with user and password. */
    NABLA_SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'write smtp://user:password@host:587 or smtps://…' })
      .optional(),
    /** Who mails are from: an address, or a name with an address. */
    NABLA_MAIL_FROM: z
      .string()
      .regex(
        /^(?:[^\s<>@]+@[^\s<>@]+|[^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>)$/,
        'write an address, as exams@example.org or Exams <exams@example.org>',
      )
      .optional(),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
      .default('info'),
  })
  .refine((env) => !env.OIDC_ISSUER || (env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
    message: 'OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET',
  })
  .refine((env) => !env.NABLA_SMTP_URL || (env.NABLA_MAIL_FROM && env.NEXTAUTH_URL), {
    message:
      'NABLA_SMTP_URL needs NABLA_MAIL_FROM, and NEXTAUTH_URL, which the links in mails begin with',
  });

export type Env = z.infer<typeof envSchema>;

let parsed: Env | undefined;

/** The validated environment. Read on first use and not at import: a build has no database. */
export function env(): Env {
  if (parsed) return parsed;
  const result = envSchema.safeParse(unlessEmpty(process.env));
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) =>
      [...(path.length > 0 ? [path.join('.')] : []), message].join(': '),
    );
    throw new Error(`The environment is incomplete (see .env.example)\n${problems.join('\n')}`);
  }
  parsed = result.data;
  return parsed;
}
