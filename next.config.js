/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native modules and the database driver are loaded by Node, not bundled.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'graphile-worker', 'pino'],
  // The type check is `npm run check`; running it in every build as well only costs time.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // Components are drawn anew only where something of theirs changed, without memo written by hand.
  reactCompiler: true,
};
