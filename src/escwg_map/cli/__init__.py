"""The command line: thin shells over the rooms, each a command that people can find with --help.

Imports of rooms stand inside the commands, so that `--help` and a mistyped option answer at once.
"""

import errno
import os

import click

from escwg_map import __version__
from escwg_map.cli.boundaries import boundaries
from escwg_map.cli.check import check, summary
from escwg_map.cli.demand import demand
from escwg_map.cli.export import export
from escwg_map.cli.options import printable, say
from escwg_map.cli.register import register
from escwg_map.cli.serve import publish, serve
from escwg_map.cli.site import site
from escwg_map.cli.tables import gaps, overlaps
from escwg_map.disk.refusal import told
from escwg_map.errors import Damaged, EscwgMapError


class _Commands(click.Group):
    """The commands, with our own errors told in plain words: exit status 2, or 3 for damage."""

    def invoke(self, context: click.Context) -> object:
        """Run a command; what stops us is a message, never a traceback."""
        try:
            return super().invoke(context)
        except EscwgMapError as error:
            _tell(str(error))
            context.exit(3 if isinstance(error, Damaged) else 2)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # Whoever read our output has had enough; click ends quietly.
            _tell(told(error))
            context.exit(2)


def _tell(error: str) -> None:
    """Say what stops us, and nothing that the terminal would obey."""
    say("\n".join(map(printable, f"Error: {error}".splitlines())))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Emergency services collaboration in England and Wales: check, publish and serve the map."""
    # NumPy would begin threads for algebra that nobody does here, and wait for them to be ready.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Pydantic would look through every installed package for plugins, and run what it finds.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


for command in (
    *(boundaries, check, demand, export, gaps, overlaps, publish, register, serve, site, summary),
):
    main.add_command(command)
