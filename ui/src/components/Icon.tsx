const PATHS = {
  overview: "M4 13h6V4H4zM14 20h6v-9h-6zM4 20h6v-3H4zM14 7h6V4h-6z",
  collect: "M12 4v10m0 0 4-4m-4 4-4-4M5 15v3.5A1.5 1.5 0 0 0 6.500 20h11a1.500 1.500 0 0 0 1.500-1.500V15",
  analyse: "M4 7h10M4 12h7M4 17h5M16.500 14.500 20 18m-1.800-5.200a3.600 3.600 0 1 1-7.200 0 3.600 3.600 0 0 1 7.200 0Z",
  understand: "M4 20V10m5.300 10V4m5.400 16v-7M20 20V8",
  act: "M5 12.500 10 17 19 7",
  settings: "M5 7h8m4 0h2M5 17h2m4 0h8M15 5v4M9 15v4",
  search: "m20 20-4-4m2-5.500a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z",
  filter: "M4 6h16M7 12h10M10 18h4",
  calendar: "M4 9h16M8 3.500V6m8-2.500V6M5.500 5h13A1.500 1.500 0 0 1 20 6.500v12a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 18.500v-12A1.500 1.500 0 0 1 5.500 5Z",
  chevron: "m6 9 6 6 6-6",
  right: "m9 6 6 6-6 6",
  plus: "M12 5v14M5 12h14",
  quote: "M20 11.5c0 4-3.6 7-8 7-1 0-2-.2-2.900-.5L4.500 20l1.200-3.600A6.600 6.600 0 0 1 4 11.500c0-4 3.600-7 8-7s8 3 8 7ZM9 11.500h6",
  info: "M12 11v5m0-8.200v.2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z",
  up: "M12 19V6m0 0-5 5m5-5 5 5",
  down: "M12 5v13m0 0 5-5m-5 5-5-5",
  flat: "M5 12h14",
  unknown: "M5 12h2.500m3.300 0h2.400m3.300 0H19",
  bell: "M6.500 10a5.500 5.500 0 0 1 11 0c0 5 2 6 2 6h-15s2-1 2-6Zm3.700 9a2 2 0 0 0 3.600 0",
  pause: "M8 5v14M16 5v14",
  play: "M7 5l12 7-12 7z",
  external: "M14 5h5v5m0-5-8 8m-2-6H6.500A1.500 1.500 0 0 0 5 8.500v9A1.500 1.500 0 0 0 6.500 19h9a1.500 1.500 0 0 0 1.500-1.500V15",
  upload: "M12 16V5m0 0L7.500 9.500M12 5l4.500 4.500M5 15v3.500A1.500 1.500 0 0 0 6.500 20h11a1.500 1.500 0 0 0 1.500-1.500V15",
  sun: "M12 4V2.500M12 21.500V20m8-8h1.500M2.500 12H4m13.700-5.700 1-1M5.300 18.700l1-1m11.400 0 1 1M5.300 5.300l1 1M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z",
  moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500Z",
  table: "M4 9.500h16M4 15h16M10 5v14M5.500 5h13A1.500 1.500 0 0 1 20 6.500v11a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 17.500v-11A1.500 1.500 0 0 1 5.500 5Z",
  chart: "M4 19h16M6 15l4-5 3.500 3L19 6",
  user: "M19 20c0-3-3-5-7-5s-7 2-7 5m10.500-12a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0Z",
  close: "M6 6l12 12M18 6 6 18",
  check: "M5 12.500 10 17 19 7",
  pen: "M4 20h4L19 9l-4-4L4 16z",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700L12 7m2 3a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700L12 17",
} as const;

export type IconName = keyof typeof PATHS;

/** One drawn set with one line weight, so that no page mixes styles. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true" style={{ flex: "none" }}>
      <path d={PATHS[name]} stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
