"""The command line: thin shells over the rooms, each a command that people can find with --help.

Imports of rooms stand inside the commands, so that `--help` and a mistyped option answer at once.
"""

import click

from escwg_map import __version__
from escwg_map.cli.boundaries import boundaries
from escwg_map.cli.check import check, summary
from escwg_map.cli.export import export
from escwg_map.cli.options import printable
from escwg_map.cli.register import register
from escwg_map.cli.serve import publish, serve
from escwg_map.cli.site import site
from escwg_map.cli.tables import gaps, overlaps
from escwg_map.errors import EscwgMapError


class _Commands(click.Group):
    """The commands, with our own errors told in plain words and exit status 2."""

    def invoke(self, context: click.Context) -> object:
        """Run a command; what stops us is a message, never a traceback."""
        try:
            return super().invoke(context)
        except EscwgMapError as error:
            _tell(str(error))
        except OSError as error:
            if error.filename is None:
                raise
            cure = "name another file or folder, or look whether it may be used"
            _tell(f"{error.filename}: {error.strerror}. To mend it: {cure}.")
        return context.exit(2)


def _tell(error: str) -> None:
    """Say what stops us, and nothing that the terminal would obey."""
    click.echo("\n".join(map(printable, f"Error: {error}".splitlines())), err=True)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Emergency services collaboration in England and Wales: check, publish and serve the map."""


for command in (
    *(boundaries, check, export, gaps, overlaps, publish, register, serve, site, summary),
):
    main.add_command(command)
