"""Run the command line with `python -m escwg_map`."""

from escwg_map.cli import main

main()
