"""Logs for programs: one JSON object a line on standard output, whatever a request contained."""

import json
import logging
from datetime import UTC, datetime
from typing import Any

FIELDS = "fields"
"""The attribute of a record that holds what a line says beside its event."""


class JsonLines(logging.Formatter):
    """Writes a record as one line; a traceback is a field, its line ends escaped."""

    def format(self, record: logging.LogRecord) -> str:
        """Write time (UTC), level, event and the record's fields."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, FIELDS, {}),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str)


def configuration(level: str = "INFO") -> dict[str, Any]:
    """Configure `logging` for a process of the server: ours, and granian's own messages."""
    to_stdout = {"level": level, "handlers": ["stdout"], "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": JsonLines}},
        "handlers": {
            "stdout": {
                "class": "logging.StreamHandler",
                "formatter": "lines",
                "stream": "ext://sys.stdout",
            }
        },
        "loggers": {"escwg_map": to_stdout, "_granian": {**to_stdout, "level": "WARNING"}},
        "root": {"level": "WARNING", "handlers": ["stdout"]},
    }
