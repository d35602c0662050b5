import { useEffect, useRef, useState } from "react";
import { http, take } from "@/api/client";
import type { LiveVoice, Tick } from "@/api/types";

const KEPT = 150;

export interface Live {
  voices: LiveVoice[];
  tick: Tick | null;
  state: "connecting" | "open" | "lost";
  held: number;
}

/** New voices as they are accepted; while paused they are counted, and shown on resuming. */
export function useLive(paused: boolean): Live {
  const [voices, setVoices] = useState<LiveVoice[]>([]);
  const [held, setHeld] = useState<LiveVoice[]>([]);
  const [tick, setTick] = useState<Tick | null>(null);
  const [state, setState] = useState<Live["state"]>("connecting");
  const isPaused = useRef(paused);
  isPaused.current = paused;
  useEffect(() => {
    let current = true;
    const recent = take(http.GET("/api/v1/live/recent", { params: { query: { limit: 50 } } }));
    recent.then((found) => current && setVoices((now) => merge(now, found))).catch(() => undefined);
    const stream = new EventSource("/api/v1/live");
    stream.onopen = () => setState("open");
    stream.onerror = () => setState("lost");
    stream.addEventListener("voice", (event: MessageEvent<string>) => {
      const voice = JSON.parse(event.data) as LiveVoice;
      (isPaused.current ? setHeld : setVoices)((now) => merge([voice], now));
    });
    stream.addEventListener("tick", (event: MessageEvent<string>) => setTick(JSON.parse(event.data) as Tick));
    return () => {
      current = false;
      stream.close();
    };
  }, []);
  useEffect(() => {
    if (paused || held.length === 0) return;
    setVoices((now) => merge(held, now));
    setHeld([]);
  }, [paused, held]);
  return { voices, tick, state, held: held.length };
}

function merge(newer: LiveVoice[], older: LiveVoice[]): LiveVoice[] {
  const seen = new Set(newer.map(({ id }) => id));
  return [...newer, ...older.filter(({ id }) => !seen.has(id))].slice(0, KEPT);
}
