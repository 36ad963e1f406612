"""The reference of the command line, written from the commands themselves."""

from collections.abc import Iterator

import click

from escwg_map.cli import main

OPENING = """\
<!-- Written by `make docs` from src/escwg_map/cli/: change that, not this page. -->

# Command line

`escwg-map COMMAND --help` says the same as this page. Options that narrow the projects are the
parameters of the pages: repeat an option for several values."""


def cli_page() -> str:
    """Write the page."""
    lines = [OPENING, "", *_options(main, click.Context(main, info_name="escwg-map"))]
    for words, command in commands(main, "escwg-map"):
        lines += _command(words, command)
    return "\n".join(lines)


def commands(command: click.Command, words: str) -> Iterator[tuple[str, click.Command]]:
    """Give every command that does something, by the words that people type."""
    if not isinstance(command, click.Group):
        yield words, command
        return
    for name, inner in command.commands.items():
        yield from commands(inner, f"{words} {name}")


def _command(words: str, command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=words)
    typed = " ".join([words, *command.collect_usage_pieces(context)])
    yield from (f"## {words}", "", " ".join((command.help or "").split()), "", f"    {typed}", "")
    yield from _options(command, context)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    options = [each for each in command.params if isinstance(each, click.Option)]
    if options:
        yield from ("| option | takes | means |", "|---|---|---|")
        yield from (_option(option, context) for option in options)
        yield ""


def _option(option: click.Option, context: click.Context) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    takes = "" if option.is_flag else option.make_metavar(context).strip("[]").replace("|", ", ")
    repeated = " Can be repeated." if option.multiple else ""
    required = " Required." if option.required else ""
    return f"| {names} | {takes} | {option.help}{repeated}{required} |"
