"""The installed Firefox, driven over its own Marionette protocol: Playwright cannot drive it as distributions build it.

Messages are [type, id, command, parameters] as JSON, each preceded by its length in bytes and a colon.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
_PREFERENCES = {
    "marionette.port": 0,  # any free one
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "browser.safebrowsing.update.enabled": False,
    "extensions.getAddons.cache.enabled": False,
}

# Notes what a page asks for and what it complains of; what Firefox does for itself has no page.
_WATCH = """
window.notedByTest = [];
Services.obs.addObserver((subject) => {
  const channel = subject.QueryInterface(Ci.nsIHttpChannel);
  const { loadInfo } = channel;
  if (loadInfo && loadInfo.browsingContextID) window.notedByTest.push("request leaves the disk: " + channel.URI.spec);
}, "http-on-modify-request");
Services.console.registerListener({
  observe(message) {
    if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return;
    if (/^file:/.test(message.sourceName)) window.notedByTest.push(message.errorMessage);
  },
});
"""


def find_firefox() -> str | None:
    """The installed Firefox, or the one that FIREFOX names; None where there is none."""
    return os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox:
    """One window of Firefox."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._numbers = itertools.count(1)
        self._receive()  # it says hello first
        self.send("WebDriver:NewSession", capabilities={"alwaysMatch": {"acceptInsecureCerts": False}})
        self.send("WebDriver:SetTimeouts", script=30_000, pageLoad=60_000)
        self._in_chrome(_WATCH)

    def send(self, command: str, **parameters: Any) -> Any:
        """What the command answers; RuntimeError with what Firefox says where it fails."""
        number = next(self._numbers)
        message = json.dumps([0, number, command, parameters]).encode()
        self._connection.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"{command}: {error['error']}: {error['message']}")
        return result

    def open(self, url: str) -> None:
        """Loads a page anew and waits for it."""
        self.send("WebDriver:Navigate", url="about:blank")  # or another place of the same page would not load it
        self.send("WebDriver:Navigate", url=url)

    def run(self, script: str, *arguments: Any) -> Any:
        """Runs a function body in the page with `args`, and gives what it returns, a promise's value too."""
        body = (
            "const done = arguments[arguments.length - 1]; const args = Array.from(arguments).slice(0, -1);"
            f"(async () => {{ {script} }})()"
            ".then((value) => done({ value }), (error) => done({ error: String(error) }));"
        )
        answer = self.send("WebDriver:ExecuteAsyncScript", script=body, args=list(arguments), newSandbox=False)["value"]
        if answer is None:
            raise RuntimeError("Document was unloaded")
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("value")

    def click(self, selector: str) -> None:
        """Clicks the first element of that selector with the mouse."""
        self.send("WebDriver:ElementClick", id=self._find(selector))

    def hover(self, selector: str) -> None:
        """Moves the mouse onto the first element of that selector."""
        self.run("document.querySelector(args[0]).scrollIntoView({ block: 'center' })", selector)
        onto = {"type": "pointerMove", "duration": 50, "origin": {_ELEMENT: self._find(selector)}, "x": 0, "y": 0}
        self._act({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": [onto]})

    def press(self, key: str) -> None:
        """Presses and releases a key, named as in KeyboardEvent.key."""
        code = _KEYS.get(key, key)
        self._act(
            {"type": "key", "id": "keys", "actions": [{"type": kind, "value": code} for kind in ("keyDown", "keyUp")]}
        )

    def type(self, selector: str, line: str) -> None:
        """Types a line into the first element of that selector, and Enter."""
        self.send("WebDriver:ElementSendKeys", id=self._find(selector), text=line + _KEYS["Enter"])

    def faults(self) -> list[str]:
        """What was noted so far."""
        noted: list[str] = self._in_chrome("return window.notedByTest;")
        return noted

    def _find(self, selector: str) -> str:
        found = self.send("WebDriver:FindElement", using="css selector", value=selector)["value"]
        return str(found[_ELEMENT])

    def _act(self, *sources: dict[str, Any]) -> None:
        self.send("WebDriver:PerformActions", actions=list(sources))

    def _in_chrome(self, script: str) -> Any:
        self.send("Marionette:SetContext", value="chrome")
        try:
            return self.send("WebDriver:ExecuteScript", script=script, args=[], newSandbox=False)["value"]
        finally:
            self.send("Marionette:SetContext", value="content")

    def _receive(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._read(1)
        return json.loads(self._read(int(length[:-1])))

    def _read(self, count: int) -> bytes:
        content = b""
        while len(content) < count:
            piece = self._connection.recv(count - len(content))
            if not piece:
                raise RuntimeError("Firefox has gone")
            content += piece
        return content


_KEYS = {
    "Escape": "\ue00c",
    "ArrowLeft": "\ue012",
    "ArrowRight": "\ue014",
    "End": "\ue010",
    "Enter": "\ue007",
    "Tab": "\ue004",
}


@contextmanager
def running(program: str, home: Path) -> Iterator[Firefox]:
    """A Firefox without a screen; `home` takes its profile."""
    profile = home / "profile"
    profile.mkdir(parents=True)
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in _PREFERENCES.items())
    (profile / "user.js").write_text("".join(lines), "utf-8")
    command = [
        program,
        "--headless",
        "--no-remote",
        "--marionette",
        "--remote-allow-system-access",
        "--profile",
        str(profile),
    ]
    environment = {**os.environ, "HOME": str(home), "MOZ_HEADLESS_WIDTH": "1280", "MOZ_HEADLESS_HEIGHT": "900"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with socket.create_connection(("127.0.0.1", _port(profile, process)), timeout=90) as connection:
            yield Firefox(connection)
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    """The port on which Firefox listens; it writes it into its profile."""
    file = profile / "MarionetteActivePort"
    for _ in range(600):
        if file.is_file() and (text := file.read_text("utf-8").strip()):
            return int(text)
        if process.poll() is not None:
            raise RuntimeError(f"Firefox ended with {process.returncode}")
        time.sleep(0.1)
    raise RuntimeError("Firefox does not listen")
