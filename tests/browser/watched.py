"""A page that is watched while a test uses it."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Error, Request


class Watched:
    """One page in a context of its own; `complaints` are what no page of ours may do."""

    def __init__(
        self, browser: Browser, address: str, size: tuple[int, int], context: dict[str, bool]
    ) -> None:
        self.origin = urlsplit(address).netloc
        self.complaints: list[str] = []
        script = context.get("script", True)
        self._context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            java_script_enabled=script,
            bypass_csp=context.get("without_policy", False),
        )
        self.page = self._context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", self._error)
        self.page.on("request", self._request)
        self.page.goto(address)

    def close(self) -> None:
        """Close the page and its context."""
        self._context.close()

    def _console(self, message: ConsoleMessage) -> None:
        # Refusals by the content security policy are reported here, too.
        self.complaints.append(f"console {message.type}: {message.text}")

    def _error(self, error: Error) -> None:
        self.complaints.append(f"error: {error}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self.origin:
            self.complaints.append(f"left the app: {request.url}")
