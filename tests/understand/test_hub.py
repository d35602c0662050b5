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
            found = [await subscription.next(5) for _ in range(20)]
            thread.join()
        assert hub.listeners == 0
        return [event.data["id"] for event in found if event]

    assert asyncio.run(listen()) == list(range(20))


def test_a_slow_listener_loses_the_oldest_events_only() -> None:
    async def listen() -> list[object]:
        hub = Hub(capacity=3)
        with hub.subscribe() as slow:
            for i in range(10):
                hub.publish(Event("voice", {"id": i}))
            await asyncio.sleep(0)
            found = [await slow.next(1) for _ in range(3)]
        return [event.data["id"] for event in found if event]

    assert asyncio.run(listen()) == [7, 8, 9]


def test_silence_is_none() -> None:
    async def listen() -> object:
        with Hub().subscribe() as subscription:
            return await subscription.next(0.01)

    assert asyncio.run(listen()) is None


def test_a_listener_whose_loop_has_ended_stops_nobody() -> None:
    hub = Hub()

    async def vanish() -> None:
        hub._listeners.add(hub.subscribe().__enter__())

    asyncio.run(vanish())
    hub.publish(Event("tick", {}))
    assert hub.listeners == 1
