/** As the app's own, without what the app needs beyond that. */

/** @type {import("next").NextConfig} */
const config = { poweredByHeader: false, typescript: { ignoreBuildErrors: true } };

export default config;
