"""Logs for programs: one JSON object a line on standard output, whatever a request contained."""

import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

FIELDS = "fields"
"""The attribute of a record that holds what a line says beside its event."""


def members(fields: Mapping[str, Any]) -> str:
    """Write fields as they stand between the braces of a line."""
    return json.dumps(fields, default=str)[1:-1]


def json_line(at: float, level: int, said: str) -> str:
    """Write a line: its time (seconds since 1970, written in UTC), level, and members."""
    second, part = divmod(at, 1)
    time = f"{_written(second)}.{int(part * 1000):03}+00:00"
    return f'{{"time": "{time}", "level": "{logging.getLevelName(level).lower()}", {said}}}'


@lru_cache(1)
def _written(second: float) -> str:
    return f"{datetime.fromtimestamp(second, UTC):%Y-%m-%dT%H:%M:%S}"


class JsonLines(logging.Formatter):
    """Writes a record as one line; a traceback is a field, its line ends escaped."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the record's time, level, message and fields."""
        fields: dict[str, Any] = {"event": record.getMessage(), **getattr(record, FIELDS, {})}
        if record.exc_info:
            fields["traceback"] = self.formatException(record.exc_info)
        return json_line(record.created, record.levelno, members(fields))


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
