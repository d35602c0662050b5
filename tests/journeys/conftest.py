"""A real Chromium against really started servers: one empty, one with a small demo world that keeps speaking."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "src/huiyin/web/static/index.html"
START_LIMIT_S = 240
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 60_000
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright (pip install 'huiyin[dev]')")


@dataclass(frozen=True)
class Site:
    """A running server and how to sign in to it."""

    url: str
    username: str
    password: str

    @contextmanager
    def client(self) -> Iterator[httpx.Client]:
        """Yield a signed-in client of the API."""
        with httpx.Client(
            base_url=f"{self.url}/api/v1", headers={"X-Huiyin-CSRF": "1"}, timeout=60
        ) as client:
            credentials = {"username": self.username, "password": self.password}
            client.post("/auth/login", json=credentials).raise_for_status()
            yield client


def missing(reason: str) -> None:
    """Skip where a machine lacks something; fail where nothing may be skipped."""
    if os.environ.get("HUIYIN_TEST_NO_SKIP"):
        pytest.fail(f"nothing may be skipped here: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def lacking() -> Callable[[str], None]:
    """Say what this machine lacks: skips, or fails where nothing may be skipped."""
    return missing


@pytest.fixture(scope="session")
def browser() -> Iterator[playwright.Browser]:
    """One Chromium for all journeys."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        missing("needs Chromium on the path")
    if not PAGE.exists():
        missing("needs the built client (python hatch_build.py)")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=program, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def begun_logs() -> dict[str, Path]:
    """What each started server printed, by its address."""
    return {}


@pytest.fixture(scope="session")
def setup_code(begun_logs: dict[str, Path]) -> Callable[[str], str]:
    """Reads the code that a fresh server printed for its first visitor."""

    def read(url: str) -> str:
        return begun_logs[url].read_text(encoding="utf-8").split("set-up code")[1].split()[0]

    return read


@pytest.fixture(scope="session")
def start(
    tmp_path_factory: pytest.TempPathFactory, begun_logs: dict[str, Path]
) -> Iterator[Callable[..., str]]:
    """Start `huiyin …` on a free port and return its address; everything is stopped at the end."""
    running: list[subprocess.Popen[bytes]] = []
    logs = begun_logs

    def begin(*command: str) -> str:
        home = tmp_path_factory.mktemp("home")
        port = _free_port()
        log = (home / "server.log").open("wb")
        process = subprocess.Popen(
            [sys.executable, "-m", "huiyin", *command, "--port", str(port)],
            env=os.environ | {"HUIYIN_HOME": str(home), "HUIYIN_MINIMUM_N": "5"},
            stdout=log,
            stderr=log,
        )
        log.close()
        running.append(process)
        _wait_until_up(f"http://127.0.0.1:{port}", process, home / "server.log")
        logs[f"http://127.0.0.1:{port}"] = home / "server.log"
        return f"http://127.0.0.1:{port}"

    yield begin
    for process in running:
        process.terminate()
    for process in running:
        process.wait(timeout=20)


@pytest.fixture
def fresh_url(start: Callable[..., str]) -> str:
    """The address of a server that nobody has set up."""
    return start("serve")


@pytest.fixture
def fresh(begin_fresh: Callable[[], Site]) -> Site:
    """An empty server with its administrator."""
    return begin_fresh()


@pytest.fixture(scope="session")
def begin_fresh(start: Callable[..., str], setup_code: Callable[[str], str]) -> Callable[[], Site]:
    """Start an empty server and make its administrator; a module may share one."""

    def begin() -> Site:
        url = start("serve")
        site = Site(url, "zhou", "correct-horse-7")
        body = {"username": site.username, "password": site.password, "display_name": "周敏"}
        body |= {"setup_code": setup_code(url)}
        httpx.post(f"{url}/api/v1/auth/setup", json=body, headers={"Origin": url}).raise_for_status()
        return site

    return begin


@pytest.fixture(scope="session")
def world(start: Callable[..., str]) -> Site:
    """A small demo world; new voices keep coming."""
    url = start("demo", "--voices", "6000", "--customers", "1500", "--no-browser")
    return Site(url, "demo", "huiyin-demo")


Open = Callable[..., "playwright.Page"]


@pytest.fixture(scope="session")
def signed_in(browser: playwright.Browser) -> Callable[..., playwright.BrowserContext]:
    """A signed-in browser for each site and kind of screen: signing in and loading the client happen once."""
    contexts: dict[tuple[Site, bool, bool, bool], playwright.BrowserContext] = {}

    def context(site: Site, *, phone: bool, dark: bool, english: bool) -> playwright.BrowserContext:
        key = (site, phone, dark, english)
        if key not in contexts:
            contexts[key] = _sign_in(browser, site, phone=phone, dark=dark, english=english)
        return contexts[key]

    return context


def _sign_in(
    browser: playwright.Browser, site: Site, *, phone: bool, dark: bool, english: bool
) -> playwright.BrowserContext:
    context = browser.new_context(
        base_url=site.url,
        viewport=PHONE if phone else DESK,
        has_touch=phone,
        color_scheme="dark" if dark else "light",
        locale="zh-CN",
    )
    context.set_default_timeout(PATIENCE_MS)
    if english:
        context.add_init_script("localStorage.setItem('huiyin.language', 'en')")
    credentials = {"username": site.username, "password": site.password}
    answer = context.request.post("/api/v1/auth/login", data=credentials, headers={"Origin": site.url})
    assert answer.ok, answer.text()
    return context


@pytest.fixture
def visit(signed_in: Callable[..., playwright.BrowserContext]) -> Iterator[Open]:
    """Open a page signed in, at a desk or on a phone; a script error on the page fails the journey."""
    pages: list[playwright.Page] = []
    problems: list[str] = []

    def go(
        site: Site, path: str, *, phone: bool = False, dark: bool = False, english: bool = False
    ) -> playwright.Page:
        page = signed_in(site, phone=phone, dark=dark, english=english).new_page()
        pages.append(page)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(path)
        return page

    yield go
    for page in pages:
        # What one journey leaves in the browser must not reach the next.
        page.evaluate("localStorage.clear()")
        page.close()
    assert problems == []


@pytest.fixture
def keep(request: pytest.FixtureRequest) -> Callable[[playwright.Page, str], None]:
    """Keep a picture of the page under HUIYIN_SCREENSHOTS, where that is set."""
    folder = os.environ.get("HUIYIN_SCREENSHOTS")

    def picture(page: playwright.Page, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=Path(folder) / f"{name}.png")

    return picture


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_up(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(START_LIMIT_S * 10):
        assert process.poll() is None, log.read_text()
        try:
            httpx.get(f"{url}/api/v1/health", timeout=5).raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the server did not come up: {log.read_text()}")
