"""deploy/nginx.conf and a built site in, a server on this machine that answers as nginx would with that file."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.browser.harness import serving

CONFIGURATION = Path(__file__).parents[2] / "deploy" / "nginx.conf"

# takes: `    add_header X-Content-Type-Options nosniff always;`; not those behind a #
_HEADER = re.compile(r'^[ ]*add_header\s+([\w-]+)\s+(?:"([^"]*)"|(\S+)) always;$', re.M)
# takes: `    "~^/assets/.+\.min\." "public";` and `    default "no-cache";` of the map
_CACHE = re.compile(r'^[ ]{4}"?(default|~[^"\s]+)"?\s+"([^"]+)";', re.M)
_TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "application/javascript",
    "json": "application/json",
    "xml": "text/xml",
    "txt": "text/plain",
    "csv": "text/csv",
    "ics": "text/calendar",
    "svg": "image/svg+xml",
    "gz": "application/gzip",
}


@dataclass(frozen=True)
class Answers:
    """What the configuration says: headers of every answer, and rules for Cache-Control; the first that fits counts."""

    headers: dict[str, str]
    caching: tuple[tuple[str, str], ...]

    def cache_control(self, path: str) -> str:
        """The header for a path, as the map of the configuration has it."""
        fits = (value for rule, value in self.caching if rule[0] == "~" and re.search(rule[1:], path))
        return next(fits, dict(self.caching)["default"])


@cache
def answers() -> Answers:
    """What deploy/nginx.conf says."""
    text = CONFIGURATION.read_text("utf-8")
    headers = {name: quoted or plain for name, quoted, plain in _HEADER.findall(text)}
    return Answers(headers, tuple(_CACHE.findall(text.partition("server {")[0])))


@contextmanager
def published(folder: Path) -> Iterator[str]:
    """The address under which `folder` is served, with / at its end."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # One write an answer: a small one after another would wait for its acknowledgement.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            path += "index.html" if path.endswith("/") else ""
            file = folder / path.lstrip("/")
            found = file.is_file() and folder in file.resolve().parents
            status, file = (200, file) if found else (404, folder / "404.html")
            body, coded = _body(file, "gzip" in self.headers.get("Accept-Encoding", ""))
            tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            if status == 200 and self.headers.get("If-None-Match") == tag:
                status, body = 304, b""
            self.send_response(status)
            kind = _TYPES.get(file.suffix[1:], "application/octet-stream")
            self.send_header("Content-Type", kind if kind.startswith("image") else f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Vary", "Accept-Encoding")
            self.send_header("ETag", tag)
            if coded:
                self.send_header("Content-Encoding", "gzip")
            for name, value in answers().headers.items():
                self.send_header(name, answers().cache_control(path) if value.startswith("$") else value)
            self.end_headers()
            self.wfile.write(body)

        do_HEAD = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    with serving(Handler) as address:
        yield address


@cache
def _compressed(content: bytes) -> bytes:
    return gzip.compress(content, 6, mtime=0)


def _body(file: Path, may_compress: bool) -> tuple[bytes, bool]:
    content = file.read_bytes()
    if may_compress and file.suffix != ".gz" and len(content) >= 512:
        return _compressed(content), True
    return content, False
