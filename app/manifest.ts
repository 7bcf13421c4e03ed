/** What a phone or desktop shows when Errand is installed. */
import type { MetadataRoute } from "next";
import { THEME_COLOR } from "@/components/shell/theme";

const manifest = (): MetadataRoute.Manifest => ({
  name: "Errand",
  short_name: "Errand",
  description: "A to-do list you talk to.",
  start_url: "/",
  display: "standalone",
  background_color: THEME_COLOR.light,
  theme_color: THEME_COLOR.light,
  icons: [
    { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
    { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
    { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
});

export default manifest;
