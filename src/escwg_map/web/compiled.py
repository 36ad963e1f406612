"""Templates compiled once and kept on disk: compiling them all takes longer than all else does.

They are kept beside the publications, in a folder that only those who publish may write to. What
cannot be read or written there costs time and nothing else.
"""

import sys
from contextlib import suppress
from importlib.metadata import version

from flask import Flask
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from escwg_map.settings import Settings


class _Compiled(FileSystemBytecodeCache):
    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(Exception):  # a damaged file can raise anything when it is unpickled
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compile_templates(app: Flask, settings: Settings) -> None:
    """Compile every template before the first request where none was compiled before.

    Later starts read what was compiled of a template when a page first needs it.
    """
    folder = settings.published / _name()
    is_new = not folder.is_dir()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    app.jinja_env.bytecode_cache = _Compiled(str(folder))
    if is_new:
        for name in app.jinja_env.list_templates(filter_func=_is_own):
            app.jinja_env.get_template(name)


def _name() -> str:
    """Name the folder by what compiled: each template is looked up by its source in it."""
    return f"templates-{sys.implementation.cache_tag}-jinja-{version('jinja2')}"


def _is_own(name: str) -> bool:
    """Of the components that are not ours, those are compiled that ours use."""
    return not name.startswith("govuk_frontend_jinja/")
