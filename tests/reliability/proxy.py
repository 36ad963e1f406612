"""A tiny proxy, as stands before a map below another site."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PREFIX = "/collaboration"


def proxy_to(port: int, *, strips: bool) -> type[BaseHTTPRequestHandler]:
    """Make a proxy that serves what is below the prefix; `strips` takes the prefix away."""

    class Proxy(BaseHTTPRequestHandler):
        """Passes requests on, as nginx does."""

        def do_GET(self) -> None:
            if not self.path.startswith(f"{PREFIX}/"):
                self.send_error(404)
                return
            own = {"Host": self.headers["Host"], "X-Forwarded-For": self.client_address[0]}
            if strips:
                own["X-Forwarded-Prefix"] = PREFIX
            path = self.path.removeprefix(PREFIX) if strips else self.path
            with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as inner:
                inner.request("GET", path, headers=own)
                answer = inner.getresponse()
                body = answer.read()
            self.send_response_only(answer.status)
            for name, text in answer.getheaders():
                if name not in ("content-length", "connection", "transfer-encoding"):
                    self.send_header(name, text)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Proxy


@contextmanager
def proxied(inner: int, outer: int, *, strips: bool) -> Iterator[None]:
    """Run the proxy between two ports."""
    proxy = ThreadingHTTPServer(("127.0.0.1", outer), proxy_to(inner, strips=strips))
    thread = threading.Thread(target=proxy.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        proxy.shutdown()
        thread.join()
        proxy.server_close()


def free_port() -> int:
    """Find a port that nobody has."""
    with socketserver.TCPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as probe:
        return int(probe.server_address[1])
