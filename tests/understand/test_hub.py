"""The live feed reaches every listener and waits for none."""

from __future__ import annotations

import asyncio
import threading

from huiyin.understand import Event, Hub


def test_events_published_from_another_thread_arrive_in_order() -> None:
    async def listen() -> list[object]:
        hub = Hub()
        with hub.subscribe() as subscription:
            thread = threading.Thread(
                target=lambda: [hub.publish(Event("voice", {"id": i})) for i in range(20)]
            )
            thread.start()
            found: list[Event] = []
            while len(found) < 20:
                found += await subscription.heard(5)
            thread.join()
        assert hub.listeners == 0
        return [event.data["id"] for event in found]

    assert asyncio.run(listen()) == list(range(20))


def test_a_slow_listener_loses_the_oldest_events_only() -> None:
    async def listen() -> list[object]:
        hub = Hub(capacity=3)
        with hub.subscribe() as slow:
            for i in range(10):
                hub.publish(Event("voice", {"id": i}))
            await asyncio.sleep(0)
            return [event.data["id"] for event in await slow.heard(1)]

    assert asyncio.run(listen()) == [7, 8, 9]


def test_silence_is_nothing() -> None:
    async def listen() -> object:
        with Hub().subscribe() as subscription:
            return await subscription.heard(0.01)

    assert asyncio.run(listen()) == []


def test_what_is_published_together_is_heard_together() -> None:
    async def listen() -> list[str]:
        hub = Hub()
        with hub.subscribe() as subscription:
            hub.publish(Event("voice", {"text": "你好"}), Event("tick", {"voices": 1}))
            return [event.frame for event in await subscription.heard(1)]

    assert asyncio.run(listen()) == [
        'event: voice\ndata: {"text": "你好"}\n\n',
        'event: tick\ndata: {"voices": 1}\n\n',
    ]


def test_a_listener_whose_loop_has_ended_stops_nobody() -> None:
    hub = Hub()

    async def vanish() -> None:
        hub._listeners.add(hub.subscribe().__enter__())

    asyncio.run(vanish())
    hub.publish(Event("tick", {}))
    assert hub.listeners == 1
